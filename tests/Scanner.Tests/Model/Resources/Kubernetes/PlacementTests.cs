using Scanner.Model;

namespace Scanner.Tests.Model.Resources.Kubernetes;

public sealed class PlacementTests
{
    private static readonly StringMap s_labels = new([new("type", "karpenter"), new("cpu", "8"), new("empty", "")]);

    [Theory]
    [InlineData("workload=sessions:NoSchedule", "workload", "sessions", "NoSchedule")]
    [InlineData("workload:NoExecute", "workload", null, "NoExecute")]
    [InlineData("workload=:NoSchedule", "workload", null, "NoSchedule")]
    [InlineData("a=b=c:PreferNoSchedule", "a", "b=c", "PreferNoSchedule")]
    public void Taint_is_read(string text, string key, string? value, string effect) => Assert.Equal(new Taint(key, value, effect), Taint.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("workload")]
    [InlineData(":NoSchedule")]
    [InlineData("=x:NoSchedule")]
    [InlineData("workload=sessions:Never")]
    [InlineData("workload:NoSchedule=x")]
    public void Is_no_taint(string text) => Assert.Null(Taint.Parse(text));

    [Theory]
    [InlineData("workload", "Equal", "sessions", "NoSchedule", true)]
    [InlineData("workload", "Equal", "sessions", null, true)]
    [InlineData("workload", "Equal", "other", "NoSchedule", false)]
    [InlineData("workload", "Equal", null, "NoSchedule", false)]
    [InlineData("workload", "Equal", "sessions", "NoExecute", false)]
    [InlineData("workload", "Exists", null, null, true)]
    [InlineData("other", "Exists", null, null, false)]
    [InlineData(null, "Exists", null, null, true)]
    [InlineData(null, "Exists", null, "NoExecute", false)]
    [InlineData(null, "Equal", "sessions", null, false)]
    public void Toleration_stands_a_taint(string? key, string how, string? value, string? effect, bool stands) =>
        Assert.Equal(stands, new Toleration(key, how, value, effect).Tolerates(new("workload", "sessions", "NoSchedule")));

    [Fact]
    public void Taint_without_a_value_equals_an_empty_one() =>
        Assert.True(new Toleration("gpu", "Equal", null, null).Tolerates(new("gpu", "", "NoSchedule")) && new Toleration("gpu", "Equal", "", null).Tolerates(new("gpu", null, "NoSchedule")));

    [Theory]
    [InlineData("NoSchedule", false)]
    [InlineData("NoExecute", false)]
    [InlineData("PreferNoSchedule", true)]
    public void Taint_that_only_prefers_keeps_nobody_away(string effect, bool stands) =>
        Assert.Equal(stands, new PodPlacement([], StringMap.Empty, [], false).Tolerates([new("workload", "sessions", effect)]));

    [Theory]
    [InlineData("type", "In", "karpenter", true)]
    [InlineData("type", "In", "other", false)]
    [InlineData("none", "In", "karpenter", false)]
    [InlineData("type", "NotIn", "karpenter", false)]
    [InlineData("none", "NotIn", "karpenter", true)]
    [InlineData("empty", "Exists", null, true)]
    [InlineData("none", "Exists", null, false)]
    [InlineData("none", "DoesNotExist", null, true)]
    [InlineData("empty", "DoesNotExist", null, false)]
    [InlineData("cpu", "Gt", "7", true)]
    [InlineData("cpu", "Gt", "8", false)]
    [InlineData("cpu", "Lt", "9", true)]
    [InlineData("cpu", "Lt", "8", false)]
    [InlineData("none", "Lt", "9", false)]
    [InlineData("type", "Gt", "0", false)]
    [InlineData("cpu", "Gt", " 7", false)]
    [InlineData("cpu", "Resembles", "8", false)]
    public void Requirement_holds(string key, string how, string? value, bool holds) =>
        Assert.Equal(holds, new LabelRequirement(key, how, value is null ? [] : [value]).Holds(s_labels));

    [Fact]
    public void Placement_admits_nodes_that_satisfy_selector_and_one_term()
    {
        LabelRequirement karpenter = new("type", "In", ["karpenter"]), gpu = new("gpu", "Exists", []);
        Assert.True(Required([gpu], [karpenter]).Admits(s_labels));
        Assert.False(Required([gpu, karpenter]).Admits(s_labels));
        Assert.False(new PodPlacement([], new([new("gpu", "1")]), [[karpenter]], false).Admits(s_labels));
        Assert.True(Required().Admits(s_labels));
    }

    [Fact]
    public void Term_without_conditions_admits_no_node() => Assert.False(Required(Items.Create<LabelRequirement>([])).Admits(s_labels));

    [Fact]
    public void Selector_without_conditions_means_everything() => Assert.True(new LabelSelector(StringMap.Empty, []).Matches(StringMap.Empty));

    private static PodPlacement Required(params Items<LabelRequirement>[] terms) => new([], StringMap.Empty, terms.ToItems(), false);
}
