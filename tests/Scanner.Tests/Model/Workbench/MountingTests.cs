using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Model.Workbench;

/// <summary>What paths lie on, in the green world of ParallelCluster.</summary>
public sealed class MountingTests
{
    private const string Login = "i-0bbb0000000000001", Lustre = "fs-0123456789abcdef0", Efs = "fs-0fedcba9876543210";

    private static readonly Snapshot s_world = new Worlds(Repository.Path("fixtures", "worlds")).Read("aws-parallelcluster");

    [Theory]
    [InlineData("/home/alice", FileSystemType.Lustre, Lustre)]
    [InlineData("/opt/rstudio", FileSystemType.Efs, Efs)]
    [InlineData("/var/lib", FileSystemType.Local, null)]
    public void A_host_tells_itself(string path, FileSystemType type, string? fileSystem)
    {
        var storage = At(s_world, path);
        Assert.Equal((type, fileSystem), (storage.Value.Type, storage.Value.FileSystem?.Id));
    }

    [Fact]
    public void A_host_that_says_nothing_has_what_its_group_mounts() =>
        Assert.Equal(Lustre, At(Mutating.Deny(s_world, "node facts"), "/home").Value.FileSystem?.Id);

    /// <summary>An AMI of the user's may mount anything.</summary>
    [Fact]
    public void Where_the_group_mounts_nothing_it_is_not_known() =>
        Assert.False(At(With(Mutating.Deny(s_world, "node facts"), "Cluster/pwb", "hasCustomAmi", true), "/scratch").IsKnown);

    [Fact]
    public void The_efs_helper_does_not_tell_which_file_system_it_is() =>
        Assert.Equal(Efs, At(Mounted("127.0.0.1:/", "nfs4"), "/opt/rstudio").Value.FileSystem?.Id);

    [Fact]
    public void A_file_server_is_none_of_aws() => Assert.Equal((FileSystemType.Nfs, "filer:/vol"), At(Mounted("filer:/vol", "nfs4"), "/opt/rstudio") is { IsKnown: true, Value: var storage } ? (storage.Type, storage.Source) : default);

    private static Snapshot Mounted(string source, string type) => With(s_world, $"ComputeInstance/{Login}", "mounts", new[] { new HostMount("/opt/rstudio", source, type, [], null) });

    private static Snapshot With(Snapshot world, string resource, string property, object value) =>
        Mutating.Apply(world, new() { Set = [(resource, property, System.Text.Json.JsonSerializer.SerializeToElement(value, SnapshotJson.Options))] });

    private static Fact<MountedStorage> At(Snapshot world, string path)
    {
        var environment = Scanner.Check.Detection.EnvironmentFinder.Find(new ResourceGraph(world), Parameters.None).First(e => e.Cluster.Label == "pwb");
        var host = environment.LoginNodes().Members.Select(m => m.Item).First(i => i.Id == Login);
        return environment.StorageAt(host, path);
    }
}
