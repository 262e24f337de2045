using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Hosts that a change makes anew from another image.</summary>
public sealed class HostsToComeTests
{
    [Theory]
    [InlineData("ami-old", "nfs4", true, true)]
    [InlineData("ami-new", "nfs4", false, true)]
    [InlineData("ami-new", "ext4", false, false)]
    public void What_the_old_image_installed_is_not_known_and_files_outlive_it_on_shared_storage(string image, string type, bool isKnown, bool areFilesKnown)
    {
        var graph = Laid.Over(Laid.Seen([Group("ami-old"), .. Host("i-1", "ami-old", type)]), Group(image));

        var (host, server) = (graph.Find<ComputeInstance>("i-1")!, graph.Find<WorkbenchServer>("i-1/workbench")!);
        Assert.Equal((isKnown, isKnown, areFilesKnown), (host.RVersions.IsKnown, server.Version.IsKnown, server.Files.IsKnown));
        Assert.True(host.UsersHash.IsKnown);
    }

    [Fact]
    public void Host_that_has_the_new_image_already_stays()
    {
        var graph = Laid.Over(Laid.Seen([Group("ami-old"), .. Host("i-1", "ami-new", "nfs4")]), Group("ami-new"));

        Assert.True(graph.Find<ComputeInstance>("i-1")!.RVersions.IsKnown);
    }

    [Fact]
    public void Host_of_no_group_is_made_anew_by_its_own_image()
    {
        var graph = Laid.Over(Laid.Seen([.. Host("i-1", "ami-old", "nfs4")]), new ComputeInstance { Id = "i-1", ImageId = "ami-new" });

        Assert.False(graph.Find<WorkbenchServer>("i-1/workbench")!.ServerEnvironment.IsKnown);
    }

    private static NodeGroup Group(string image) => new() { Id = "g", Key = "parallelcluster/pwb/login/login", ImageId = (string?)image, Instances = new Items<Ref<ComputeInstance>>([new("i-1")]) };

    private static Resource[] Host(string id, string image, string type) =>
    [
        new ComputeInstance { Id = id, ImageId = image, RVersions = (Items<string>)["4.4.3"], UsersHash = (string?)"x", Mounts = new Items<HostMount>([new("/", "/dev/x", "ext4", [], null), new("/opt/rstudio", "y", type, [], null)]) },
        new WorkbenchServer { Id = $"{id}/workbench", ConfigurationDirectory = "/opt/rstudio", Version = "2026.08.1", Files = (Items<ConfigurationFile>)[], ServerEnvironment = StringMap.Empty },
    ];
}
