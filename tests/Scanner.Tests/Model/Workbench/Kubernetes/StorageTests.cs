using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class StorageTests
{
    [Theory]
    [InlineData("fsx.openzfs.csi.aws.com", FileSystemId, null, FileSystemType.OpenZfs, true)]
    [InlineData("fsx.openzfs.csi.aws.com", "fsvol-1", null, FileSystemType.OpenZfs, false)]
    [InlineData("efs.csi.aws.com", "fs-aaaaaaaa::fsap-1", null, FileSystemType.Efs, false)]
    [InlineData("ebs.csi.aws.com", "vol-1", null, FileSystemType.Ebs, false)]
    [InlineData(null, null, FileSystemId + ".fsx.us-east-1.amazonaws.com", FileSystemType.OpenZfs, true)]
    [InlineData(null, null, "fs-aaaaaaaa.efs.us-east-1.amazonaws.com", FileSystemType.Efs, false)]
    [InlineData(null, null, "us-east-1a.fs-aaaaaaaa.efs.us-east-1.amazonaws.com", FileSystemType.Efs, false)]
    public void Home_is_told_by_volume(string? driver, string? handle, string? server, FileSystemType type, bool isSeen)
    {
        var home = KubernetesWorld.Sound().Set(Volume, "driver", driver).Set(Volume, "handle", handle).Set(Volume, "server", server).Installation().Home().Value;
        Assert.Equal((type, isSeen), (home.Type, home.IsSeen.IsTrue));
    }

    [Theory]
    [InlineData(null, null, "nfs.example")]
    [InlineData(null, null, "10.0.1.99")]
    [InlineData("csi.trident.netapp.io", "pvc-1", null)]
    [InlineData(null, null, null)]
    public void Home_is_open_where_nothing_tells(string? driver, string? handle, string? server) =>
        Assert.False(KubernetesWorld.Sound().Set(Volume, "driver", driver).Set(Volume, "handle", handle).Set(Volume, "server", server).Installation().Home().IsKnown);

    [Fact]
    public void Address_that_two_vpcs_have_names_no_file_system()
    {
        var world = KubernetesWorld.Sound().With(SoundAccount.FileSystem("fs-bbbbbbbb", FileSystemType.OpenZfs, "eni-fs2"), SoundAccount.Card("eni-fs2", "subnet-x", "sg-x", null, ["10.0.1.99"], "vpc-2"))
            .Set(Volume, "driver", null).Set(Volume, "handle", null).Set(Volume, "server", "10.0.1.99");
        Assert.Equal(FileSystemType.OpenZfs, world.Installation().Home().Value.Type);
        Assert.False(world.With(SoundAccount.Card("eni-nfs", "subnet-a", "sg-node", "i-a", ["10.0.1.99"])).Installation().Home().IsKnown);
    }

    [Theory]
    [InlineData("emptyDir", true)]
    [InlineData("hostPath", false)]
    [InlineData("glusterfs", false)]
    public void Volume_of_the_node_may_be_anything(string kind, bool isKnown) => Assert.Equal(isKnown, KubernetesWorld.Sound()
        .Set(Server, "volumes", Items.Create([new PodVolume("home", kind, null, null, "/mnt", null, [])])).Installation().Home().IsKnown);

    [Fact]
    public void Home_without_a_mount_is_the_containers_own()
    {
        var home = Mounted(new VolumeMount("home", "/home2", null, false)).Installation().Home().Value;
        Assert.Equal((FileSystemType.Ephemeral, true), (home.Type, home.IsDefault));
    }

    [Fact]
    public void Deepest_mount_counts_and_two_as_deep_leave_it_open()
    {
        VolumeMount root = new("config", "/", null, false), home = new("home", "/home/", null, false), other = new("config", "/home", null, false);
        Assert.Equal(home, Mounted(root, home).Installation().StorageAt("/home").Value!.Mount);
        Assert.False(Mounted(home, other).Installation().StorageAt("/home").IsKnown);
    }

    [Theory]
    [InlineData("fsx.openzfs.csi.aws.com", "ReadWriteMany", "ReadWriteMany", true)]
    [InlineData("fsx.openzfs.csi.aws.com", "ReadWriteOnce", "ReadWriteMany", false)]
    [InlineData("fsx.openzfs.csi.aws.com", "ReadWriteMany", "ReadWriteOnce", false)]
    [InlineData("ebs.csi.aws.com", "ReadWriteMany", "ReadWriteMany", false)]
    [InlineData("ebs.csi.eks.amazonaws.com", "ReadWriteMany", "ReadWriteMany", false)]
    public void Many_nodes_may_write_where_claim_volume_and_driver_say_so(string driver, string claim, string volume, bool many) => Assert.Equal(many, KubernetesWorld.Sound()
        .Set(Volume, "driver", driver).Set(Home, "accessModes", Items.Create([claim])).Set(Volume, "accessModes", Items.Create([volume])).Installation().StorageAt("/home").Value!.IsReadWriteMany.IsTrue);

    [Fact]
    public void Claim_that_is_bound_to_nothing_or_not_there_is_a_gap()
    {
        Assert.False(KubernetesWorld.Sound().Set(Home, "volume", null).Installation().StorageAt("/home").IsKnown);
        Assert.False(KubernetesWorld.Sound().Without(Home).Installation().StorageAt("/home").IsKnown);
        Assert.False(KubernetesWorld.Sound().Set(Home, "namespace", "other").Installation().StorageAt("/home").IsKnown);
    }

    private static KubernetesWorld Mounted(params VolumeMount[] mounts) => KubernetesWorld.Sound().Set(Server, "containers", Items.Create([Container("c", "posit/workbench:1", mounts)]));
}
