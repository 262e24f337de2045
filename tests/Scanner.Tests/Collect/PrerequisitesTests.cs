using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect;

/// <summary>The table of actions holds all that collectors ask, and for each what must have answered before it can be asked.</summary>
public sealed class PrerequisitesTests
{
    private static readonly ParallelOptions s_several = new() { MaxDegreeOfParallelism = 6 };

    [Fact]
    public void Table_has_every_action_that_collectors_name()
    {
        var named = Directory.EnumerateFiles(Repository.Path("src", "Scanner.Collect"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is not ("AwsActions.cs" or "KeptObjects.cs" or "SecretAccess.cs")) // what a history or a function needs for itself
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"([a-z0-9]+:[A-Z][A-Za-z0-9]+)\"")).Select(m => m.Groups[1].Value)
            .Where(a => a is not "sts:AssumeRole"); // on the way to the credentials, as the caller that has no role yet

        Assert.Equal(named.Distinct().Order(StringComparer.Ordinal), AwsActions.All);
    }

    [Theory, InlineData("parallelcluster-good"), InlineData("parallelcluster-drifted"), InlineData("parallelcluster-old"), InlineData("eks-good"), InlineData("eks-drifted")]
    public async Task Action_is_asked_for_where_it_and_what_it_rests_on_are_wanted(string name)
    {
        var missing = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(await Asked(name, null), s_several, async (action, _) =>
        {
            var asked = await Asked(name, AwsActions.WithPrerequisites([action]));
            if (!asked.Contains(action)) missing.Add(action);
        });
        Assert.Empty(missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Action_of_several_EKS_clusters_is_asked_for_too()
    {
        var all = await AskedOfEks(null);
        Assert.Contains("eks:DescribeFargateProfile", all);
        Assert.DoesNotContain(all, a => !AwsPermissions.Actions(null).Contains(a));
        await Parallel.ForEachAsync(all, s_several, async (action, _) => Assert.Contains(action, await AskedOfEks(AwsActions.WithPrerequisites([action]))));
    }

    /// <summary>The named cluster does not say where it is, so that only AWS is asked.</summary>
    private static async Task<IReadOnlyList<string>> AskedOfEks(IReadOnlySet<string>? wanted)
    {
        await using var aws = new RecordedAws("eks-small");
        await new Scan("scanner test", TimeProvider.System) { Wanted = wanted }.Run([aws.Target with { Clusters = [new EksTarget("lab", null)] }], TestContext.Current.CancellationToken);
        return aws.Actions;
    }

    private static async Task<IReadOnlyList<string>> Asked(string name, IReadOnlySet<string>? wanted)
    {
        await using var deployment = new RecordedDeployment(name);
        await deployment.Scan(wanted: wanted);
        return [.. deployment.Actions.Where(a => !a.StartsWith("get /", StringComparison.Ordinal))];
    }
}
