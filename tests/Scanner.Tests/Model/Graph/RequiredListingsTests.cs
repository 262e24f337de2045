using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Model.Graph;

/// <summary>A kind counts as listed only if every call that lists some of it has answered.</summary>
public sealed class RequiredListingsTests
{
    private static readonly Snapshot s_world = new Worlds(Repository.Path("fixtures", "worlds")).Read("aws-parallelcluster");

    public static TheoryData<string, string> Listings()
    {
        var data = new TheoryData<string, string>();
        foreach (var coverage in s_world.Coverage.Where(c => c.Gap is null).DistinctBy(c => (c.Kind, c.Action))) data.Add(coverage.Kind, coverage.Action);
        return data;
    }

    [Theory, MemberData(nameof(Listings))]
    public void Without_one_of_its_listings_a_kind_is_not_listed(string kind, string action)
    {
        var lacking = s_world with { Coverage = [.. s_world.Coverage.Where(c => (c.Kind, c.Action) != (kind, action))] };
        Assert.Null(Unlisted(s_world, kind));
        Assert.Equal(GapCause.NotAsked, Unlisted(lacking, kind)!.Cause);
    }

    private static Gap? Unlisted(Snapshot snapshot, string kind)
    {
        var scopes = snapshot.Header.Targets.SelectMany(t => t.Scopes).ToList();
        var of = typeof(ResourceGraph).GetMethod(nameof(ResourceGraph.Of), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;
        var set = of.MakeGenericMethod(KindSchema.Find(kind)!.Type).Invoke(new ResourceGraph(snapshot), [scopes])!;
        return (Gap?)set.GetType().GetProperty("Unlisted", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(set);
    }
}
