using Amazon.S3;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Histories;
using Scanner.Model.Snapshots;
using Scanner.Report;
using Scanner.Tests.Check.Accepting;
using Scanner.Tests.Cli.Artifacts;

namespace Scanner.Tests.Cli.Histories;

/// <summary>Histories in a folder and in a bucket.</summary>
public sealed class KeptChecksTests : IAsyncLifetime
{
    private static readonly Snapshot s_good = Acceptances.Recorded("aws-eks-good");
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LoopbackS3 _s3 = new();
    private readonly TemporaryFolder _folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _s3.DisposeAsync();
        _folder.Dispose();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_kept_comes_back_and_the_same_is_kept_once(bool remote)
    {
        var kept = Kept(remote);
        var entry = await Add(kept, 0);
        Assert.Equal(entry, await Add(kept, 0));
        await Add(kept, 1);
        var (checks, damaged) = await kept.Read(await kept.Entries(Cancel), Cancel);
        Assert.Empty(damaged);
        Assert.Equal([0, 1], checks.Select(c => (c.At - s_good.Header.StartedAt).Days));
        Assert.Equal(s_good.Observations.Count, (await kept.Snapshot(checks[0], Cancel)).Observations.Count);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Twenty_writers_at_once_lose_nothing(bool remote)
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(day => Task.Run(() => Add(Kept(remote), day), Cancel)));
        var (checks, damaged) = await Kept(remote).Read(await Kept(remote).Entries(Cancel), Cancel);
        Assert.Equal((20, 0), (checks.Count, damaged.Count));
    }

    /// <summary>The snapshot is written first: without its result it is no entry, and after a day it is swept up.</summary>
    [Fact]
    public async Task What_a_killed_writer_leaves_is_no_entry_and_is_swept_up()
    {
        var kept = Kept(remote: false);
        var entry = await Add(kept, 0);
        var (killed, renamed) = ("20261121T090005Z-aaaaaaaaaaaaaaaa.snapshot.jsonl.gz", "20261121T090005Z-bbbbbbbbbbbbbbbb.baseline.json.gz.abc.def.tmp");
        foreach (var left in new[] { killed, renamed, "notes.txt" }) _folder.With($"h/{left}", "half");
        Assert.Equal([entry], await kept.Entries(Cancel));
        foreach (var left in new[] { killed, renamed, "notes.txt" }) File.SetLastWriteTimeUtc(_folder[$"h/{left}"], s_now.UtcDateTime.AddHours(-23));
        await kept.Keep(new(5, null), s_now, Cancel);
        Assert.True(File.Exists(_folder[$"h/{killed}"]) && File.Exists(_folder[$"h/{renamed}"])); // its writer may be at work
        await kept.Keep(new(5, null), s_now.AddHours(2), Cancel);
        Assert.Equal([entry.Baseline, entry.Snapshot, "notes.txt"], Directory.EnumerateFiles(_folder["h"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_past_the_limit_goes_with_its_snapshot(bool remote)
    {
        var kept = Kept(remote);
        for (var day = 0; day < 4; day++) await Add(kept, day);
        var (removed, needed) = await kept.Keep(new(2, null), s_now, Cancel);
        Assert.Equal((2, 0), (removed.Count, needed));
        var left = remote ? [.. _s3.Objects.Keys] : Directory.EnumerateFiles(_folder["h"]).ToList();
        Assert.Equal(4, left.Count);
        Assert.All(left, l => Assert.Matches("/2026112[34]T", l));
        Assert.Empty((await kept.Keep(new(2, null), s_now, Cancel)).Removed);
    }

    [Fact]
    public async Task A_damaged_entry_is_told_and_hides_no_other()
    {
        var kept = Kept(remote: false);
        var (first, second, third) = (await Add(kept, 0), await Add(kept, 1), await Add(kept, 2));
        var whole = await File.ReadAllBytesAsync(_folder[$"h/{second.Baseline}"], Cancel);
        await File.WriteAllBytesAsync(_folder[$"h/{second.Baseline}"], whole[..(whole.Length / 2)], Cancel);
        _folder.With($"h/{third.Baseline}", "{}");
        var (checks, damaged) = await kept.Read(await kept.Entries(Cancel), Cancel);
        Assert.Equal(first.Text, Assert.Single(checks).Name);
        Assert.Equal([_folder[$"h/{second.Baseline}"], _folder[$"h/{third.Baseline}"]], damaged.Select(d => d.File));
        Assert.All(damaged, d => Assert.True(d.Problem.Length is > 10 and < 300 && !d.Problem.Contains(_folder.Path, StringComparison.Ordinal), d.Problem));
        Assert.Empty((await kept.Keep(new(1, null), s_now, Cancel)).Removed); // a damaged one is for people to remove
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private KeptChecks Kept(bool remote) => new(remote ? new BucketStore(ArtifactAddress.Parse("s3://ops/h"), new Lazy<IAmazonS3>(() => _s3.Client())) : new FolderStore(_folder["h"]));

    private static Task<EntryName> Add(KeptChecks kept, int day)
    {
        var snapshot = s_good with { Header = s_good.Header with { StartedAt = s_good.Header.StartedAt.AddDays(day) } };
        return kept.Add(snapshot, Acceptances.Check(snapshot), new ReportOptions(), Cancel);
    }
}
