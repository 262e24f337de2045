using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

/// <summary>Whether a group has the nodes that it wants.</summary>
public sealed class LoginCapacityTests
{
    private static readonly Evidence s_live = Said(Plane.Live), s_change = Said(Plane.Preview);

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void Live_groups_have_what_they_have(int desired, bool isFull)
    {
        var told = Group(new(desired, s_live)).IsFull();
        Assert.Equal((isFull, !isFull), (told.IsTrue, told.IsFalse));
    }

    [Fact]
    public void Nodes_that_a_change_adds_are_not_missing_yet() =>
        Assert.Equal("once login is deployed", Group(new(3, s_change)).IsFull().Gap.Remedy.What);

    [Fact]
    public void A_change_that_adds_none_leaves_the_group_full() => Assert.True(Group(new(2, s_change)).IsFull().IsTrue);

    private static NodeGroup Group(Fact<int> desired) => new()
    {
        Id = "g", Name = new((string?)"login", s_live), Desired = desired,
        Instances = new((Items<Ref<ComputeInstance>>)[new Ref<ComputeInstance>("i-1"), new Ref<ComputeInstance>("i-2")], s_live),
    };

    private static Evidence Said(Plane plane) => new(plane, "aws/1/us-east-1", "test", DateTimeOffset.UnixEpoch);
}
