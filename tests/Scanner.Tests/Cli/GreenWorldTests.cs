using Scanner.Check;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Cli;

/// <summary>
/// The green worlds: what a scan saw (<c>fixtures/scans/NAME-good</c>, or <c>seen.jsonl</c> in the world's folder), with the files of that
/// folder laid over it: node facts, attestations, configuration, and the parameters of its scanner.yaml.
/// </summary>
public sealed class GreenWorldTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    public static TheoryData<string> Names() => [.. s_worlds.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_what_was_seen_with_its_files(string name)
    {
        var folder = Repository.Path("fixtures", "worlds", name);
        var seen = Seen(name, folder);
        var declared = await new DeclaredFiles("scanner", new FixedTime()).Read("world", SeenSubject.Of(seen), Sources(folder, $"fixtures/worlds/{name}"), TestContext.Current.CancellationToken);
        var world = seen is not null ? Overlay.Lay(seen, declared, isPreview: false) : declared.Snapshot;
        var yaml = ScannerYaml.Load(Path.Combine(folder, "scanner.yaml"), Directory.GetCurrentDirectory());
        using var bytes = new MemoryStream();
        SnapshotWriter.Write(world with { Header = world.Header with { Parameters = yaml.Parameters } }, bytes);
        Approved.Matches(Repository.Path("fixtures", "worlds", $"{name}.jsonl"), bytes.ToArray());
    }

    [Theory, MemberData(nameof(Names))]
    public void Fails_nothing_and_leaves_nothing_open(string name)
    {
        var world = s_worlds.Read(name);
        var report = Checker.Check(world, new Parameters(world.Header.Parameters), s_rules, trace: false, TestContext.Current.CancellationToken);
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, f => Assert.True(f.Verdict is Verdict.Pass or Verdict.NotApplicable, $"{f.Rule.Id}: {f.Verdict} {f.Message?.Text} {f.Gap}"));
    }

    private static Snapshot? Seen(string name, string folder) =>
        new[] { Repository.Path("fixtures", "scans", $"{name}-good", "snapshot.jsonl"), Path.Combine(folder, "seen.jsonl") }.Where(File.Exists).Select(SnapshotFile.Read).FirstOrDefault();

    private static List<DeclaredSource> Sources(string folder, string shown) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) is not ("scanner.yaml" or "seen.jsonl"))
            .Select(f => new DeclaredSource(new(f, $"{shown}/{Path.GetFileName(f)}"), null))];
}
