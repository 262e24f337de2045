using System.Collections.Concurrent;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>Every listing of a scan in two pages, and empty.</summary>
public sealed class PageTests
{
    private const string Case = "parallelcluster-everything";

    /// <summary>The answer for one version, and second pages as they were recorded.</summary>
    private static readonly string[] s_whole = ["ec2.DescribeLaunchTemplateVersions.lt-0aa11bb22cc33dd44.xml", "ec2.DescribeSubnets.page2.xml", "ec2.GetManagedPrefixListEntries.entries-2.xml"];

    private static readonly ParallelOptions s_several = new() { MaxDegreeOfParallelism = 4 };

    [Fact]
    public async Task Listing_in_two_pages_says_what_it_says_in_one()
    {
        var (healthy, files) = await Listings();
        var facts = healthy.Facts();
        Assert.InRange(files.Count, 30, 100);

        await Parallel.ForEachAsync(files, s_several, async (file, _) =>
        {
            var pages = new ConcurrentBag<bool>();
            await using var aws = new RecordedAws(Case).Rewrite((request, name, body) => name == file ? Half(request, name, body, pages) : body);
            var paged = (await RecordedScan.Run(aws)).Facts();
            Assert.True(facts.SequenceEqual(paged), $"{file}: {facts.Except(paged).FirstOrDefault()} became {paged.Except(facts).FirstOrDefault()}");
            Assert.True(pages.Contains(false) && pages.Contains(true), $"{file}: the second page was not asked for");
        });
    }

    [Fact]
    public async Task Empty_listing_is_complete_and_lists_nothing()
    {
        var (healthy, files) = await Listings();

        await Parallel.ForEachAsync(files, s_several, async (file, _) =>
        {
            await using var aws = new RecordedAws(Case).Rewrite((_, name, body) => name == file ? AnswerPages.Empty(name, body) : body);
            var snapshot = await RecordedScan.Run(aws);
            var action = string.Join(':', file.Split('.')[..2]);
            Assert.All(snapshot.Coverage.Where(c => c.Action == action), c => Assert.True(c.Gap is null, $"{file}: {c.Gap}"));
            Assert.True(Seen(snapshot, action) < Seen(healthy, action) || !snapshot.Facts().SequenceEqual(healthy.Facts()), $"{file}: what it no longer says is still there");
        });
    }

    private static int Seen(Snapshot snapshot, string action) => snapshot.Observations.Count(o => o.Evidence.Action == action);

    private static byte[] Half(AwsRequest request, string name, byte[] body, ConcurrentBag<bool> pages)
    {
        var isSecond = request.Values.Contains("the-second");
        pages.Add(isSecond);
        return AnswerPages.Half(name, body, isSecond, "the-second")!;
    }

    /// <summary>The answers that list something, and do so in one page.</summary>
    private static async Task<(Snapshot Healthy, IReadOnlyList<string> Files)> Listings()
    {
        var answers = new ConcurrentDictionary<string, byte[]>();
        await using var aws = new RecordedAws(Case).Rewrite((_, file, body) => answers[file] = body);
        var healthy = await RecordedScan.Run(aws);
        return (healthy, [.. answers.Where(a => !s_whole.Contains(a.Key) && AnswerFields.IsReadable(a.Key) && AnswerPages.Has(a.Key) && AnswerPages.Half(a.Key, a.Value, false, "t") is not null).Select(a => a.Key).Order(StringComparer.Ordinal)]);
    }
}
