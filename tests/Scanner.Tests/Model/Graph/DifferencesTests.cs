using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Graph;

/// <summary>Where a cluster's file and what it runs with say different things.</summary>
public sealed class DifferencesTests
{
    private const string Id = "parallelcluster://1/r/eda";
    private const string Key = "parallelcluster/eda";

    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_live = new(Plane.Live, "aws/1/r", "cloudformation:DescribeStacks", s_at);
    private static readonly Evidence s_stored = new(Plane.LiveDeclared, "aws/1/r", "s3:GetObjectVersion", s_at);
    private static readonly Evidence s_file = new(Plane.Declared, "aws/1/r", "ParallelCluster configuration", s_at);
    private static readonly Gap s_denied = new("aws/1/r", "Cluster", "s3:GetObjectVersion", GapCause.Denied, "no", new(RemedyKind.Permission, "s3:GetObjectVersion"));

    [Fact]
    public void Equal_files_have_none_whatever_the_order_of_named_entries()
    {
        var differences = Of((s_stored, Cluster(["a", "b"], Storage("/x"), Storage("/y"))), (s_file, Cluster(["a", "b"], Storage("/y"), Storage("/x"))), (s_stored, Queue("a", 4)), (s_file, Queue("a", 4)));
        Assert.True(differences.None(_ => true).IsTrue);
    }

    [Fact]
    public void A_value_a_part_and_the_order_of_queues_differ()
    {
        var differences = Of((s_stored, Cluster(["a", "b"])), (s_file, Cluster(["b", "a"])), (s_stored, Queue("a", 4)), (s_file, Queue("a", 5)), (s_stored, Queue("b", 1)));
        Assert.Equal(
            ["parallelcluster/eda queues: [\"b\",\"a\"] in the file, [\"a\",\"b\"] where it runs", "parallelcluster/eda/queue/a max: 5 in the file, 4 where it runs", "parallelcluster/eda/queue/b: nothing in the file, deployed where it runs"],
            differences.Members.Select(m => m.Item.ToString()));
    }

    [Fact]
    public void A_queue_that_only_the_file_has_is_not_deployed()
    {
        var elsewhere = s_file with { Scope = "aws/declared/t" };
        var added = Queue("c", 1, $"declared://t/{Key}/queue/c");
        Assert.Equal("parallelcluster/eda/queue/c: declared in the file, nothing where it runs", Assert.Single(Of((s_stored, Cluster(["a"])), (s_file, Cluster(["a"])), (elsewhere, added)).Members).Item.ToString());
    }

    [Fact]
    public void Without_a_file_or_what_runs_nothing_can_be_told()
    {
        Assert.Equal("give the cluster's configuration file", Of((s_stored, Cluster(["a"]))).Unlisted!.Remedy.ToString());
        Assert.Equal("s3:GetObjectVersion", Of((s_file, Cluster(["a"]))).Unlisted!.Action);
        Assert.Equal(GapCause.Denied, Of((s_stored, Unread()), (s_file, Cluster(["a"]))).Unlisted!.Cause);
    }

    [Fact]
    public void What_the_file_leaves_to_another_program_is_open_and_hides_no_difference()
    {
        var open = Of((s_stored, Queue("a", 4)), (s_file, new NodeGroup { Id = $"{Id}/queue/a", Key = $"{Key}/queue/a", Max = new Fact<int>(s_denied) }), (s_stored, Cluster(["a"])), (s_file, Cluster(["a"])));
        Assert.True(open.Any().IsUnknown);
        Assert.True(Of((s_stored, Cluster(["a"])), (s_file, Cluster(["b"])), (s_stored, Queue("a", 4)), (s_file, new NodeGroup { Id = $"{Id}/queue/a", Key = $"{Key}/queue/a", Max = new Fact<int>(s_denied) })).Any().IsTrue);
    }

    [Fact]
    public void A_file_that_counts_as_deployed_differs_from_nothing()
    {
        var preview = s_file with { Plane = Plane.Preview };
        Assert.True(Of((s_stored, Cluster(["a"])), (preview, Cluster(["b"]))).Any().IsFalse);
    }

    private static Cluster Cluster(Items<string> queues, params SharedStorage[] storage) => new() { Id = Id, Key = Key, Queues = queues, SharedStorage = storage.ToItems() };

    private static Cluster Unread() => new() { Id = Id, Key = Key, Queues = new Fact<Items<string>>(s_denied) };

    private static NodeGroup Queue(string name, int most, string? id = null) => new() { Id = id ?? $"{Id}/queue/{name}", Key = $"{Key}/queue/{name}", Max = most };

    private static SharedStorage Storage(string path) => new(path, path[1..], "Efs", null, null);

    private static ResourceSet<Difference> Of(params (Evidence Evidence, Resource Resource)[] observations)
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_live, new Cluster { Id = Id, Key = Key, Name = "eda" });
        foreach (var (evidence, resource) in observations) builder.Observe(evidence, resource);
        var graph = new ResourceGraph(builder.Build(new(Header.CurrentSchema, "t", s_at, s_at, [new("t", ["aws/1/r"], null)])));
        return new Environment(graph, graph.Find<Cluster>(Id)!, ["aws/1/r"], Parameters.None).DifferencesFromFile();
    }
}
