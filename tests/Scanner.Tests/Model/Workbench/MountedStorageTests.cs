using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

/// <summary>Whether two hosts have the same file system.</summary>
public sealed class MountedStorageTests
{
    private static readonly FileSystem s_one = new() { Id = "fs-00000001" }, s_other = new() { Id = "fs-00000002" };

    [Fact]
    public void File_systems_are_the_same_by_id_and_directory()
    {
        Assert.True(Seen(s_one).IsSameAs(Seen(s_one)).IsTrue);
        Assert.True(Seen(s_one).IsSameAs(Seen(s_other)).IsFalse);
        Assert.True((Seen(s_one) with { Directory = "/a" }).IsSameAs(Seen(s_one) with { Directory = "/b" }).IsFalse);
        Assert.True((Seen(s_one) with { Directory = "/a" }).IsSameAs(Seen(s_one) with { Directory = "/a" }).IsTrue);
    }

    [Fact]
    public void An_address_and_an_id_are_compared_only_where_both_were_seen()
    {
        var byAddress = Unseen("10.0.0.5@tcp:/abcdef01");
        Assert.True(byAddress.IsSameAs(Seen(s_one)).IsUnknown);
        Assert.True(byAddress.IsSameAs(Unseen("10.0.0.5@tcp:/abcdef01")).IsTrue);
        Assert.True(Unseen("fs-00000001").IsSameAs(Unseen("fs-00000002")).IsFalse);
    }

    [Fact]
    public void Disks_are_never_the_same()
    {
        var disk = new MountedStorage(FileSystemType.Local, "/home", "disk", null, false) { Source = "/dev/sda1" };
        Assert.True(disk.IsSameAs(disk).IsFalse);
    }

    private static MountedStorage Seen(FileSystem fileSystem) => new(FileSystemType.Lustre, "/home", fileSystem.Id, fileSystem, false) { Source = fileSystem.Id };

    private static MountedStorage Unseen(string source) => new(FileSystemType.Lustre, "/home", source, null, false)
    {
        Source = source, IsSeen = Truth.Unknown(new Gap("", "", "", GapCause.Denied, "denied", new(RemedyKind.Permission, "fsx:DescribeFileSystems"))),
    };
}
