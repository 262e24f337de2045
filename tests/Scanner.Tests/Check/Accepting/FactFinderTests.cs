using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Accepting;

/// <summary>What a failure rests on is the same as long as nothing changes that it is about, and differs as soon as something does.</summary>
public sealed class FactFinderTests
{
    private const string Scan = "aws-parallelcluster-drifted";

    [Fact]
    public void Every_failure_has_facts_and_nothing_else_has()
    {
        foreach (var scan in (string[])[Scan, "aws-parallelcluster-old", "aws-eks-drifted"])
            Assert.All(Acceptances.Check(Acceptances.Recorded(scan)).Findings, f => Assert.Equal(f.Verdict is Verdict.Fail, f.Facts?.Digests.Count > 0));
    }

    [Fact]
    public void They_are_those_that_it_names() => Assert.Equal(
        ["isStickinessEnabled of TargetGroup targetgroup/pwb-workbench", "stickinessSeconds of TargetGroup targetgroup/pwb-workbench", "stickinessType of TargetGroup targetgroup/pwb-workbench", "type of LoadBalancer loadbalancer/app/pwb-workbench"],
        Facts(Acceptances.Recorded(Scan))["PCL-015"].Digests.Select(d => d.Name));

    [Fact]
    public void Another_value_is_told_by_its_name()
    {
        var snapshot = Acceptances.Recorded(Scan);
        var (before, after) = (Facts(snapshot), Facts(With(snapshot, "TargetGroup", "stickinessSeconds", _ => 7)));
        Assert.Equal(["stickinessSeconds of TargetGroup targetgroup/pwb-workbench changed"], after["PCL-015"].Since(Hashes(before["PCL-015"])));
        Assert.All(before.Keys.Where(r => r != "PCL-015"), rule => Assert.Equal(before[rule].Hash, after[rule].Hash));
    }

    /// <summary>An Auto Scaling group replaces its instances, and AWS lists in any order.</summary>
    [Fact]
    public void Replaced_instances_and_the_order_of_lists_leave_no_trace()
    {
        var snapshot = Acceptances.Recorded(Scan);
        var ids = snapshot.Observations.Where(o => o.Kind == nameof(ComputeInstance)).Select(o => o.Id).Distinct().ToList();
        Assert.NotEmpty(ids);
        string Renamed(string text) => ids.Aggregate(text, (t, id) => t.Replace(id, "i-9" + id[3..], StringComparison.Ordinal));
        var replaced = snapshot with
        {
            Observations = [.. snapshot.Observations.Select(o => o with
            {
                Id = Renamed(o.Id), Key = Renamed(o.Key),
                Properties = [.. o.Properties.Select(p => p.Gap is not null ? p : p with { Value = Backwards(Renamed(p.Value.GetRawText())) })],
            })],
        };
        var (before, after) = (Facts(snapshot), Facts(replaced));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Keys, rule => Assert.Equal(before[rule].Digests, after[rule].Digests));
    }

    [Fact]
    public void What_could_not_be_read_is_no_value()
    {
        var snapshot = Acceptances.Recorded(Scan);
        var hidden = snapshot with { Observations = [.. snapshot.Observations.Select(o => o.Kind != "TargetGroup" ? o : o with { Properties = [.. o.Properties.Select(p => p.Name != "stickinessSeconds" ? p : p with { Value = default, Gap = new(o.Evidence.Scope, o.Kind, "x", GapCause.Denied, "", new(RemedyKind.Permission, "x")) })] })] };
        var (before, after) = (Facts(snapshot), Facts(hidden));
        Assert.Equal(["stickinessSeconds of TargetGroup targetgroup/pwb-workbench could not be read"], after["PCL-015"].Since(Hashes(before["PCL-015"])));
    }

    private static SortedDictionary<string, FailureFacts> Facts(Snapshot snapshot) => new(Acceptances.Check(snapshot).Findings.Where(f => f.Facts is not null).ToDictionary(f => f.Rule.Id, f => f.Facts!), StringComparer.Ordinal);

    private static Dictionary<string, string> Hashes(FailureFacts facts) => facts.Digests.ToDictionary(d => d.Name, d => d.Hash);

    private static Snapshot With(Snapshot snapshot, string kind, string property, Func<JsonElement, object> value) => snapshot with
    {
        Observations = [.. snapshot.Observations.Select(o => o.Kind != kind ? o : o with { Properties = [.. o.Properties.Select(p => p.Name != property || p.Gap is not null ? p : p with { Value = JsonSerializer.SerializeToElement(value(p.Value)) })] })],
    };

    private static JsonElement Backwards(string json) => JsonSerializer.SerializeToElement(JsonNode.Parse(json) is JsonArray list ? new JsonArray([.. list.Reverse().Select(e => e?.DeepClone())]) : JsonNode.Parse(json));
}
