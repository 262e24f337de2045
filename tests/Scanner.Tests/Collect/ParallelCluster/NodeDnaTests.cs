using System.Text.Json.Nodes;
using Scanner.Collect;
using Scanner.Collect.ParallelCluster;
using Scanner.Model;

namespace Scanner.Tests.Collect.ParallelCluster;

public sealed class NodeDnaTests
{
    private static readonly NodeMount s_exportedHome = new("/home", FileSystemType.HeadNodeNfs, null);

    [Fact]
    public void Directory_id_and_type_of_the_same_place_in_their_lists_belong_together() => Assert.Equal(
        [new("/data", FileSystemType.FileCache, "fc-0123456789abcdef0"), new("/home", FileSystemType.OpenZfs, "fsvol-0123456789abcdef0")],
        Mounts(("fsx_shared_dirs", "data,/home/"), ("fsx_fs_ids", "fc-0123456789abcdef0,fsvol-0123456789abcdef0"), ("fsx_fs_types", "FILECACHE,OPENZFS")));

    [Fact]
    public void Home_that_nothing_is_mounted_at_is_exported_by_the_head_node() => Assert.Equal([s_exportedHome], Mounts());

    [Fact]
    public void Head_node_mounts_no_home_of_its_own() => Assert.Empty(Mounts(("node_type", "HeadNode")));

    [Fact]
    public void Home_that_nothing_is_mounted_at_is_on_the_clusters_own_efs_where_it_has_one() => Assert.Equal(
        [new("/home", FileSystemType.Efs, "fs-0123456789abcdef0"), new("/opt/parallelcluster/init_shared", FileSystemType.Efs, "fs-0123456789abcdef0")],
        Mounts(("shared_storage_type", "efs"), ("efs_shared_dirs", "/opt/parallelcluster/init_shared"), ("efs_fs_ids", "fs-0123456789abcdef0")));

    [Theory]
    [InlineData("LoginNode", FileSystemType.HeadNodeNfs)]
    [InlineData("HeadNode", FileSystemType.Ebs)]
    public void Volumes_of_the_head_node_reach_the_others_by_its_export(string node, FileSystemType type) =>
        Assert.Contains(new NodeMount("/scratch", type, null), Mounts(("node_type", node), ("ebs_shared_dirs", "scratch")));

    [Theory]
    [InlineData("efs_fs_ids", "fs-0123456789abcdef0", "efs_fs_ids")]
    [InlineData("fsx_fs_types", "LUSTRE", "fsx_fs_types")]
    [InlineData("shared_storage_type", "tape", "shared_storage_type")]
    [InlineData("shared_storage_type", "efs", "/opt/parallelcluster/init_shared")]
    public void What_does_not_fit_is_absent(string key, string value, string absent) =>
        Assert.Equal(absent, Assert.Throws<AbsentFieldException>(() => Mounts((key, value))).Message);

    [Theory]
    [InlineData("fs-${Ref}")]
    [InlineData("hunter2")]
    public void What_is_no_id_is_not_kept(string id)
    {
        var e = Assert.Throws<AbsentFieldException>(() => Mounts(("efs_shared_dirs", "/x"), ("efs_fs_ids", id)));

        Assert.DoesNotContain(id, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node_type")]
    [InlineData("efs_shared_dirs")]
    [InlineData("fsx_fs_ids")]
    [InlineData("ebs_shared_dirs")]
    [InlineData("raid_shared_dir")]
    [InlineData("shared_storage_type")]
    public void Key_that_is_missing_is_not_empty(string key)
    {
        var dna = Dna();
        dna["cluster"]!.AsObject().Remove(key);

        Assert.Equal(key, Assert.Throws<AbsentFieldException>(() => NodeDna.Mounts(dna.ToJsonString(), null)).Message);
    }

    [Theory]
    [InlineData("{\"password\": hunter2", "dna.json")]
    [InlineData("", "dna.json")]
    [InlineData("[]", "cluster")]
    [InlineData("{}", "cluster")]
    public void Text_that_is_no_such_document_is_named_and_not_shown(string text, string absent) =>
        Assert.Equal(absent, Assert.Throws<AbsentFieldException>(() => NodeDna.Mounts(text, null)).Message);

    [Fact]
    public void Metadata_holds_the_document_as_text_or_as_it_is()
    {
        Assert.Equal([s_exportedHome], NodeDna.MountsByMetadata(Metadata(JsonValue.Create(Dna().ToJsonString()))));
        Assert.Equal([s_exportedHome], NodeDna.MountsByMetadata(Metadata(Dna())));
        Assert.Equal("/tmp/dna.json", Assert.Throws<AbsentFieldException>(() => NodeDna.MountsByMetadata(
            """{"AWS::CloudFormation::Init":{"deployConfigFiles":{"files":{}}}}""")).Message);
    }

    [Theory]
    [InlineData("""{"cluster":{"fsx_fs_ids":"fs-0123456789abcdef0"}}""")]
    [InlineData("NONE")]
    public void Document_that_another_is_laid_over_is_uncertain(string extra) =>
        Assert.Throws<AbsentFieldException>(() => NodeDna.Mounts(Dna().ToJsonString(), extra));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"other":{"key":1}}""")]
    public void Document_that_says_nothing_of_the_cluster_changes_nothing(string extra) =>
        Assert.Equal([s_exportedHome], NodeDna.Mounts(Dna().ToJsonString(), extra));

    private static string Metadata(JsonNode content) => new JsonObject
    {
        ["AWS::CloudFormation::Init"] = new JsonObject
        {
            ["deployConfigFiles"] = new JsonObject { ["files"] = new JsonObject { ["/tmp/dna.json"] = new JsonObject { ["content"] = content } } },
        },
    }.ToJsonString();

    private static IEnumerable<NodeMount> Mounts(params (string Key, string Value)[] changes)
    {
        var dna = Dna();
        foreach (var (key, value) in changes) dna["cluster"]![key] = value;
        return NodeDna.Mounts(dna.ToJsonString(), null);
    }

    private static JsonObject Dna() => new()
    {
        ["cluster"] = new JsonObject
        {
            ["node_type"] = "LoginNode", ["shared_storage_type"] = "ebs", ["ebs_shared_dirs"] = "", ["raid_shared_dir"] = "",
            ["efs_fs_ids"] = "", ["efs_shared_dirs"] = "", ["fsx_fs_ids"] = "", ["fsx_fs_types"] = "", ["fsx_shared_dirs"] = "",
        },
    };
}
