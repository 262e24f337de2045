using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>What Karpenter finds by the terms of a changed node class, among the subnets that a scan saw.</summary>
public sealed class ClassNetworksTests
{
    [Theory]
    [InlineData("id", "subnet-a", "subnet-a")]
    [InlineData("id", "subnet-elsewhere", null)]
    [InlineData("tag", "discovery=pwb", "subnet-a subnet-b")]
    [InlineData("tag", "discovery=*", "subnet-a subnet-b subnet-c")]
    [InlineData("tag", "discovery=nothing", null)]
    [InlineData("owner", "self", null)]
    public void Terms_find_what_a_scan_saw(string kind, string value, string? expected)
    {
        var graph = Laid.Over(Laid.Seen(Subnet("subnet-a", "pwb"), Subnet("subnet-b", "pwb"), Subnet("subnet-c", "other"), Class("live", "id", "subnet-c")), Class("declared", kind, value));

        var subnets = graph.Find<NodeClass>("live")!.Subnets;

        Assert.Equal(expected, subnets.IsKnown ? string.Join(' ', subnets.Value.AsEnumerable().Select(s => s.Id)) : null);
        if (expected is null) Assert.StartsWith("f.yaml:5:7: which subnets it finds", subnets.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Subnet_without_tags_that_were_seen_may_be_among_them()
    {
        var graph = Laid.Over(Laid.Seen(Subnet("subnet-a", "pwb"), new Subnet { Id = "subnet-b" }, Class("live", "id", "subnet-a")), Class("declared", "tag", "discovery=pwb"));

        Assert.False(graph.Find<NodeClass>("live")!.Subnets.IsKnown);
    }

    [Fact]
    public void Same_terms_leave_what_was_found()
    {
        var graph = Laid.Over(Laid.Seen(Class("live", "id", "subnet-a")), Class("declared", "id", "subnet-a"));

        Assert.Equal(["subnet-found"], graph.Find<NodeClass>("live")!.Subnets.Value.AsEnumerable().Select(s => s.Id));
    }

    private static Subnet Subnet(string id, string tag) => new() { Id = id, Tags = Map(("discovery", tag)) };

    private static NodeClass Class(string id, string kind, string value) => new()
    {
        Id = id, Key = "NodeClass/ec2nodeclasses/sessions",
        Subnets = id == "live" ? new Items<Ref<Subnet>>([new("subnet-found")]) : default(Fact<Items<Ref<Subnet>>>),
        SubnetTerms = new Items<SelectorTerm>([kind == "tag" ? new(StringMap.Empty, Map((value.Split('=')[0], value.Split('=')[1]))) : new(Map((kind, value)), StringMap.Empty)]),
    };

    private static StringMap Map((string Name, string Value) entry) => new([KeyValuePair.Create(entry.Name, entry.Value)]);
}
