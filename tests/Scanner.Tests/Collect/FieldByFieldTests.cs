using System.Collections.Concurrent;
using System.Text;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>
/// Leaves every field out of every recorded answer, one at a time. What rested on it is a gap, or listed in <c>absent-fields</c>:
/// there a person has approved that its absence says something of the world.
/// </summary>
public sealed class FieldByFieldTests
{
    /// <summary>Of an EKS deployment only what EKS says: the rest is the same.</summary>
    private static readonly Dictionary<string, IReadOnlySet<string>?> s_cases = new(StringComparer.Ordinal)
    {
        ["parallelcluster-everything"] = null,
        ["eks-good"] = new HashSet<string> { "eks:DescribeAddon", "eks:DescribeCluster", "eks:DescribeClusterVersions", "eks:DescribeFargateProfile", "eks:DescribeNodegroup", "eks:ListAddons", "eks:ListClusters", "eks:ListFargateProfiles", "eks:ListNodegroups" },
    };

    private static readonly ParallelOptions s_several = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>The members in the AWS clients' models, by the names that they have on the wire, and those among them that are lists.</summary>
    private static readonly ILookup<string, bool> s_members = Directory.EnumerateFiles(Repository.Path("src", "AwsSdk", "models")).SelectMany(File.ReadLines)
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(m => m.Length >= 3)
        .SelectMany(m => m[2].Split('/').Select(name => (name, IsList: m[1].EndsWith("[]", StringComparison.Ordinal)))).ToLookup(m => m.name, m => m.IsList);

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task What_an_answer_does_not_say_is_a_gap_or_known_to_be_said_by_silence(string name)
    {
        var (healthy, fields) = await Recorded(name);
        Assert.DoesNotContain(healthy.Gaps, g => g.Cause is not GapCause.NotAsked);
        var before = Told(healthy);
        var (said, crashes) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());

        await Parallel.ForEachAsync(fields, s_several, async (field, _) =>
        {
            await using var deployment = new RecordedDeployment(name) { Wanted = s_cases[name] }.Rewrite((file, body) => file == field.File ? AnswerFields.Without(file, body, field.Path) : body);
            try
            {
                foreach (var change in Changes(before, Gaps(healthy), await deployment.Scan())) said.Add($"{field.File} {field.Path}: {change}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                crashes.Add($"{field.File} {field.Path}: {e.GetType().Name} {e.StackTrace?.Split('\n')[0].Trim()}");
            }
        });

        Assert.Empty(crashes.Order(StringComparer.Ordinal));
        var lines = string.Concat(said.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(l => l + "\n"));
        Approved.Matches(Repository.Path("tests", "Scanner.Tests", "Collect", $"absent-fields.{name}.txt"), Encoding.UTF8.GetBytes(lines));
    }

    /// <summary>A secret in each text field, one at a time. Those in which it would reach a snapshot are listed, for a person to see that only AWS writes them, or checks them as they are written.</summary>
    [Theory, MemberData(nameof(Cases))]
    public async Task A_secret_is_kept_only_in_fields_that_nobody_can_write_one_into(string name)
    {
        const string secret = "CANARY-9f3kQ0pLm27Rt5vWb93xZ8";
        var (_, fields) = await Recorded(name);
        var kept = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(fields, s_several, async (field, _) =>
        {
            var isText = false;
            await using var deployment = new RecordedDeployment(name) { Wanted = s_cases[name] }.Rewrite((file, body) => file == field.File && AnswerFields.With(file, body, field.Path, secret) is { } with && (isText = true) ? with : body);
            var snapshot = await deployment.Scan();
            if (isText && snapshot.Text().Contains("CANARY", StringComparison.OrdinalIgnoreCase)) kept.Add($"{field.File} {field.Path}");
        });

        var lines = string.Concat(kept.Order(StringComparer.Ordinal).Select(l => l + "\n"));
        Approved.Matches(Repository.Path("tests", "Scanner.Tests", "Collect", $"kept-fields.{name}.txt"), Encoding.UTF8.GetBytes(lines));
    }

    /// <summary>A field that is read; an item of a list is none, for a shorter list is an answer like any other.</summary>
    private static bool IsField(string path) => path.Split('/') switch
    {
        [.., var list, var name] when s_members[list].Any(isList => isList) && !s_members[name].Any() => false,
        [.., "item" or "member"] => false,
        [.., var name] => s_members[name].Any(),
        _ => false,
    };

    private static async Task<(Snapshot Healthy, IReadOnlyList<(string File, string Path)> Fields)> Recorded(string name)
    {
        var answers = new ConcurrentDictionary<string, byte[]>();
        await using var deployment = new RecordedDeployment(name) { Wanted = s_cases[name] }.Rewrite((file, body) => answers[file] = body);
        var healthy = await deployment.Scan();
        return (healthy, [.. answers.Where(a => AnswerFields.IsReadable(a.Key))
            .SelectMany(a => AnswerFields.Of(a.Key, a.Value).Where(IsField).Select(path => (a.Key, path))).Order()]);
    }

    /// <summary>What is said otherwise, or no longer, and no gap says so.</summary>
    private static IEnumerable<string> Changes(Dictionary<string, string> before, int gaps, Snapshot snapshot)
    {
        var after = Told(snapshot);
        var (gone, added) = (Kinds(before.Keys.Except(after.Keys)), Kinds(after.Keys.Except(before.Keys)));
        foreach (var kind in gone.Except(added).Where(_ => Gaps(snapshot) == gaps)) yield return $"{kind} is gone";
        foreach (var kind in added) yield return gone.Contains(kind) ? $"{kind} has another identity" : $"{kind} is new";
        foreach (var (property, was) in before)
            if (after.TryGetValue(property, out var now) && now != was && !now.StartsWith('?')) yield return $"{Property(property)} = {(now.Length <= 60 ? now : now[..60] + "…")}";
    }

    /// <summary>What was left out because nothing called for it excuses nothing that is gone.</summary>
    private static int Gaps(Snapshot snapshot) => snapshot.Gaps.Count(g => g.Cause is not GapCause.NotAsked);

    private static HashSet<string> Kinds(IEnumerable<string> properties) => [.. properties.Select(p => p.Split(' ')[0])];

    /// <summary>kind, id and property by action; the first word of a gap is a question mark.</summary>
    private static Dictionary<string, string> Told(Snapshot snapshot) => snapshot.Observations
        .SelectMany(o => o.Properties.Select(p => (Name: $"{o.Kind} {p.Name} {o.Id} {o.Evidence.Action} {o.Evidence.Plane}", Value: p.Gap is null ? p.Value.GetRawText() : "?")))
        .Concat(snapshot.Observations.Select(o => (Name: $"{o.Kind} key {o.Id} {o.Evidence.Action} {o.Evidence.Plane}", Value: o.Key)))
        .GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join(" | ", g.Select(p => p.Value).Distinct().Order(StringComparer.Ordinal)), StringComparer.Ordinal);

    private static string Property(string property) => string.Join('.', property.Split(' ')[..2]);
}
