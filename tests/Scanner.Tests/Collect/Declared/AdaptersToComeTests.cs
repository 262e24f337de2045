using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Interfaces of hosts and file systems to which a change gives other security groups.</summary>
public sealed class AdaptersToComeTests
{
    [Theory]
    [InlineData("sg-old", 1, "sg-old")]
    [InlineData("sg-new", 1, "sg-new")]
    [InlineData("sg-new", 2, null)]
    public void Interface_of_a_host_has_the_groups_that_the_host_gets(string group, int interfaces, string? expected)
    {
        var host = new ComputeInstance { Id = "i-1", SecurityGroups = Groups("sg-old") };
        var adapters = Enumerable.Range(1, interfaces).Select(n => new NetworkInterface { Id = $"eni-{n}", Instance = new Ref<ComputeInstance>("i-1"), SecurityGroups = Groups("sg-old") });
        var other = new NetworkInterface { Id = "eni-9", Instance = new Ref<ComputeInstance>("i-9"), SecurityGroups = Groups("sg-old") };

        var graph = Laid.Over(Laid.Seen([host, .. adapters, other]), new ComputeInstance { Id = "i-1", SecurityGroups = Groups(group) });

        Assert.Equal(expected, Said(graph, "eni-1"));
        Assert.Equal("sg-old", Said(graph, "eni-9"));
    }

    [Fact]
    public void Interface_of_a_file_system_has_the_groups_that_it_gets()
    {
        var system = new FileSystem { Id = "fs-1", SecurityGroups = Groups("sg-old"), NetworkInterfaces = new Items<Ref<NetworkInterface>>([new("eni-1")]) };

        var graph = Laid.Over(Laid.Seen(system, new NetworkInterface { Id = "eni-1", SecurityGroups = Groups("sg-old") }), new FileSystem { Id = "fs-1", SecurityGroups = Groups("sg-new") });

        Assert.Equal("sg-new", Said(graph, "eni-1"));
    }

    private static Items<Ref<SecurityGroup>> Groups(string id) => new([new Ref<SecurityGroup>(id)]);

    private static string? Said(ResourceGraph graph, string id) => graph.Find<NetworkInterface>(id)!.SecurityGroups is { IsKnown: true, Value: var groups } ? string.Join(' ', groups.AsEnumerable().Select(g => g.Id)) : null;
}
