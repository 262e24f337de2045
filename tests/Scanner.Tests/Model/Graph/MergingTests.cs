using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Model.Graph;

/// <summary>One resource of all that was observed of it, in the planes' trust order.</summary>
public sealed class MergingTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_live = new(Plane.Live, "aws/1/r", "rds:DescribeDBInstances", s_at);
    private static readonly Evidence s_stored = new(Plane.LiveDeclared, "aws/1/r", "s3:GetObjectVersion", s_at);
    private static readonly Evidence s_file = new(Plane.Declared, "file", "db.yaml", s_at);

    [Fact]
    public void The_more_trusted_plane_wins_property_by_property()
    {
        var merged = Merge((s_file, new() { Id = "db", Status = "declared", Port = 1 }), (s_live, new() { Id = "db", Status = "available" }));
        Assert.Equal("available", merged.Status.Value);
        Assert.Equal(1, merged.Port.Value);
    }

    [Theory]
    [InlineData(GapCause.Denied)]
    [InlineData(GapCause.Throttled)]
    [InlineData(GapCause.Failed)]
    [InlineData(GapCause.NotAsked)]
    public void A_refused_or_unasked_plane_hides_what_a_less_trusted_one_says(GapCause cause)
    {
        var merged = Merge((s_live, new() { Id = "db", Status = new Fact<string>(Gap(cause)) }), (s_file, new() { Id = "db", Status = "declared" }));
        Assert.Equal(cause, merged.Status.Gap!.Cause);
    }

    [Theory]
    [InlineData(GapCause.Hidden)]
    [InlineData(GapCause.Unsupported)]
    public void A_plane_that_cannot_see_does_not(GapCause cause)
    {
        var merged = Merge((s_live, new() { Id = "db", Status = new Fact<string>(Gap(cause)) }), (s_stored, new() { Id = "db", Status = "stored" }));
        Assert.Equal("stored", merged.Status.Value);
    }

    [Fact]
    public void Within_a_plane_an_answer_stands_beside_a_refusal_of_another_call()
    {
        var other = s_live with { Action = "rds:DescribeDBClusters" };
        var merged = Merge((s_live, new() { Id = "db", Status = new Fact<string>(Gap(GapCause.Denied)) }), (other, new() { Id = "db", Status = "available" }));
        Assert.Equal("available", merged.Status.Value);
    }

    [Fact]
    public void What_no_plane_says_is_a_gap_that_names_the_property()
    {
        var gap = Merge((s_live, new() { Id = "db" })).EngineVersion.Gap!;
        Assert.Equal((GapCause.NotAsked, "engineVersion"), (gap.Cause, gap.Action));
    }

    [Fact]
    public void The_order_of_arrival_leaves_no_trace()
    {
        (Evidence, Database)[] observations = [(s_file, new() { Id = "db", Status = "a" }), (s_live, new() { Id = "db", Status = "b" }), (s_stored, new() { Id = "db", Status = "c" })];
        Assert.Equal("b", Merge(observations).Status.Value);
        Assert.Equal("b", Merge([.. observations.Reverse()]).Status.Value);
    }

    private static Gap Gap(GapCause cause) => new("aws/1/r", "Database", "rds:DescribeDBInstances", cause, "", new(RemedyKind.Retry, "later"));

    private static Database Merge(params (Evidence Evidence, Database Database)[] observations)
    {
        var builder = new SnapshotBuilder();
        foreach (var (evidence, database) in observations) builder.Observe(evidence, database);
        return new ResourceGraph(builder.Build(new(Header.CurrentSchema, "t", s_at, s_at, []))).Find<Database>("db")!;
    }
}
