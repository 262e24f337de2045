using Scanner.Model;
using Scanner.Tests.Model.Workbench.Kubernetes;

namespace Scanner.Tests.Model.Workbench;

/// <summary>How large a database is.</summary>
public sealed class DatabaseSizesTests
{
    [Theory]
    [InlineData("db.t3.micro", 2, 1)]
    [InlineData("db.m6g.large", 2, 8)]
    public void An_instance_is_as_large_as_its_class(string name, int cpus, double memory) =>
        Assert.Equal(new InstanceShape(cpus, memory), Shape(new() { Id = "db", MinCapacity = (decimal?)null, InstanceClass = name }).Value);

    [Fact]
    public void A_serverless_one_is_as_large_as_it_gets_at_least() =>
        Assert.Equal(1, Shape(new() { Id = "db", MinCapacity = 0.5m, InstanceClass = (string?)null }).Value.MemoryGiB);

    [Fact]
    public void A_class_that_is_not_known_and_a_cluster_without_members_stay_open()
    {
        Assert.False(Shape(new() { Id = "db", MinCapacity = (decimal?)null, InstanceClass = "db.x2g.large" }).IsKnown);
        Assert.False(Shape(new() { Id = "db", Name = "db", MinCapacity = (decimal?)null, InstanceClass = (string?)null }).IsKnown);
    }

    private static Fact<InstanceShape> Shape(Database database) => KubernetesWorld.Sound().Environment().ShapeOf(database);
}
