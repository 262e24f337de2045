using Scanner.Check;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Cli;

/// <summary>How much of the good examples is decided: with every permission, with the probe besides, and with what people say besides.</summary>
public sealed class DecidedShareTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    [Theory]
    [InlineData("aws-eks", 0.80)]
    [InlineData("aws-parallelcluster", 0.60)]
    public void With_every_permission_and_no_probe_most_rules_are_decided(string architecture, double least)
    {
        var (all, undecided) = Judge(Scan(architecture), new Parameters(StringMap.Empty));
        TestContext.Current.TestOutputHelper!.WriteLine($"{architecture}: {all - undecided.Count} of {all} rules decided; not {string.Join(", ", undecided)}");
        Assert.InRange((all - undecided.Count) / (double)all, least, 1);
    }

    /// <summary>What is left beside the probe is what people plan, which scanner.yaml says, and what they remember, which they attest.</summary>
    [Theory]
    [InlineData("aws-eks", "EKS-031 GEN-012 GEN-015 GEN-016")]
    [InlineData("aws-parallelcluster", "GEN-012 GEN-015 GEN-016 PCL-010")]
    public async Task With_the_probe_only_what_people_know_is_open(string architecture, string open)
    {
        var probed = await Probed(architecture);
        Assert.Equal(open, string.Join(' ', Judge(probed, new Parameters(StringMap.Empty)).Undecided));

        var yaml = ScannerYaml.Load(Repository.Path("fixtures", "worlds", architecture, "scanner.yaml"), Directory.GetCurrentDirectory());
        var (all, undecided) = Judge(probed, new Parameters(yaml.Parameters));
        TestContext.Current.TestOutputHelper!.WriteLine($"{architecture}, with the probe and parameters: {all - undecided.Count} of {all} rules decided; not {string.Join(", ", undecided)}");
        Assert.InRange((all - undecided.Count) / (double)all, 0.95, 1);
    }

    private static Snapshot Scan(string architecture) => SnapshotFile.Read(Repository.Path("fixtures", "scans", $"{architecture}-good", "snapshot.jsonl"));

    /// <summary>In a Kubernetes cluster there is no host to run the probe on.</summary>
    private static async Task<Snapshot> Probed(string architecture)
    {
        var (scan, hosts) = (Scan(architecture), Repository.Path("fixtures", "worlds", architecture, "hosts"));
        return Directory.Exists(hosts)
            ? Overlay.Lay(scan, await new DeclaredFiles("scanner", new FixedTime()).Read("hosts", SeenSubject.Of(scan), [new(new(hosts, "hosts"), null)], TestContext.Current.CancellationToken), isPreview: false)
            : scan;
    }

    /// <summary>How many rules judged anything, and which of them left something open.</summary>
    private static (int All, IReadOnlyList<string> Undecided) Judge(Snapshot snapshot, Parameters parameters)
    {
        var findings = Checker.Check(snapshot, parameters, s_rules, trace: false, TestContext.Current.CancellationToken).Findings.ToList();
        return (findings.Select(f => f.Rule.Id).Distinct().Count(), [.. findings.Where(f => f.Verdict is Verdict.Unknown).Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal)]);
    }
}
