using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>The targets of a target group that a change replaces.</summary>
public sealed class TargetsToComeTests
{
    [Theory]
    [InlineData(8787, "/health-check", true)]
    [InlineData(22, "/health-check", false)]
    public void Group_with_another_port_is_a_new_one(int port, string path, bool isKnown)
    {
        var graph = Laid.Over(Laid.Seen(Group("live", 8787, "/health-check")), Group("declared", port, path));

        Assert.Equal(isKnown, graph.Find<TargetGroup>("live")!.Targets.IsKnown);
    }

    private static TargetGroup Group(string id, int port, string path) => new()
    {
        Id = id, Key = "targetgroup/workbench", Port = (int?)port, HealthCheckPath = (string?)path,
        Targets = id == "live" ? new Items<Target>([new("i-1", 8787, "healthy", null)]) : default(Fact<Items<Target>>),
    };
}
