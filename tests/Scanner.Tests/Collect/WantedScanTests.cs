using Scanner.Check;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;
using Scanner.Tests.Check.Rules;

namespace Scanner.Tests.Collect;

/// <summary>Over sockets: a scan that asks only for what rules need lets them say the same as one that asks for everything.</summary>
public sealed class WantedScanTests(ITestOutputHelper output)
{
    private static readonly RuleNeeds s_needs = RuleNeeds.Installed();

    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    [Theory, InlineData("parallelcluster-good"), InlineData("parallelcluster-drifted"), InlineData("parallelcluster-old"), InlineData("eks-good"), InlineData("eks-drifted")]
    public async Task Rules_say_the_same_with_the_fewest_calls(string name)
    {
        var (whole, asked) = await Scanned(name, null);
        Assert.DoesNotContain(asked, a => !IsAllowed(a, null));
        output.WriteLine($"{name}: everything {whole.Header.Calls} calls of {asked.Count} actions");
        await AssertSame(name, whole, s_rules, "all rules");
        var concerned = s_rules.Where(r => whole.Check([r]).Findings.Any());
        await Parallel.ForEachAsync(concerned, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (rule, _) => await AssertSame(name, whole, [rule], rule.Id));
    }

    private async Task AssertSame(string name, Snapshot whole, IReadOnlyList<LoadedRule> rules, string called)
    {
        var wanted = s_needs.Of(rules)!;
        var (scanned, asked) = await Scanned(name, wanted);
        output.WriteLine($"{name}: {called} {scanned.Header.Calls} calls");
        foreach (var rule in rules) Assert.Equal(Outcome.Of(whole.Check(rules), rule.Id), Outcome.Of(scanned.Check(rules), rule.Id));
        Assert.DoesNotContain(asked, a => !IsAllowed(a, wanted));
        Assert.InRange(scanned.Header.Calls, 1, whole.Header.Calls - 1);
    }

    /// <summary>By the printed policy and the printed role; what a cluster serves every authenticated user may ask.</summary>
    private static bool IsAllowed(string action, IReadOnlySet<string>? wanted) => action.Contains(':', StringComparison.Ordinal)
        ? AwsPermissions.Actions(wanted).Contains(action)
        : action is "get namespaces" || action.StartsWith("get /", StringComparison.Ordinal) || KubernetesPermissions.Of(wanted).Any(r => $"list {r.Name}" == action);

    private static async Task<(Snapshot Snapshot, IReadOnlyList<string> Actions)> Scanned(string name, IReadOnlySet<string>? wanted)
    {
        await using var deployment = new RecordedDeployment(name);
        return (await deployment.Scan(wanted: wanted), deployment.Actions);
    }
}
