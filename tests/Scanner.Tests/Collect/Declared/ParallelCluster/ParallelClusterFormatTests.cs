using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.ParallelCluster;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.ParallelCluster;

public sealed class ParallelClusterFormatTests
{
    private const string Minimal = "HeadNode: {InstanceType: t3.micro, Networking: {SubnetId: subnet-1}}\nScheduling: {Scheduler: slurm}\n";

    [Theory]
    [InlineData("parallelcluster-good")]
    [InlineData("parallelcluster-bare")]
    [InlineData("parallelcluster-odd")]
    public async Task Every_fact_with_its_line_is_as_approved(string name)
    {
        var state = await DeclaredReading.Of("parallelcluster", DeclaredReading.Fixture(name, "cluster-config.yaml"));

        var text = DeclaredReading.Listing(state.Snapshot) + string.Concat(state.UnknownKeys.Select(k => $"unknown {k}\n"));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Approved.Matches(Repository.Path("fixtures", "declared", name, "facts.txt"), Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("HeadNode: {}\nScheduling: {}", true)]
    [InlineData("{\"HeadNode\": {}, \"Scheduling\": {}}", true)]
    [InlineData("HeadNode: {}", false)]
    [InlineData("Resources: {Cluster: {HeadNode: {}, Scheduling: {}}}", false)]
    [InlineData("HeadNode: {\nScheduling: {", false)]
    [InlineData("HeadNode: {}\nScheduling: {}\n---\nHeadNode: {}\nScheduling: {}", false)]
    [InlineData("- HeadNode\n- Scheduling", false)]
    [InlineData("", false)]
    public void Is_known_by_its_top_keys(string text, bool isOne)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Equal(isOne, new ParallelClusterFormat().Recognizes(new(path, "cluster.yaml")));
        File.Delete(path);
    }

    [Fact]
    public void Folder_is_none() => Assert.False(new ParallelClusterFormat().Recognizes(new(Repository.Path("fixtures"), "fixtures")));

    [Fact]
    public async Task Second_configuration_for_one_target_is_refused()
    {
        var input = DeclaredReading.Fixture("parallelcluster-bare", "cluster-config.yaml");

        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Of("parallelcluster", input, input));

        Assert.Equal("cluster-config.yaml: a second ParallelCluster configuration for pwb; a target has one cluster", e.Message);
    }

    [Theory]
    [InlineData("Scheduling: {}", "cluster.yaml:1:1: no HeadNode, which every ParallelCluster configuration has: Scheduling: {}")]
    [InlineData("", "cluster.yaml:1:1: is empty, and no ParallelCluster configuration")]
    [InlineData("HeadNode: {}\nLoginNodes: {Pools: [{Name: a, Count: 1},\n {Name: a, Count: 2}]}", "cluster.yaml:3:2: a second node group of this name: {Name: a, Count: 2}]}")]
    [InlineData("HeadNode: {}\nSharedStorage:\n- {Name: a, MountDir: /a, StorageType: Efs}\n- {Name: a, MountDir: /b, StorageType: Efs}", "cluster.yaml:4:3: a second SharedStorage of this name: - {Name: a, MountDir: /b, StorageType: Efs}")]
    [InlineData("HeadNode: &a {x: *a}\nScheduling: {}", "cluster.yaml:1:")]
    public async Task File_that_is_no_configuration_says_where(string text, string message)
    {
        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Text(new ParallelClusterFormat(), text));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HeadNode: {}\nImage: {Os: b\u00FCr}", "latin1", "cluster.yaml:2:14: byte 0xFC is no UTF-8: save the file as UTF-8")]
    [InlineData("HeadNode: {}", "utf-16", "cluster.yaml:1:1: is UTF-16: save it as UTF-8")]
    [InlineData("HeadNode:\n  InstanceType: “t3.xlarge”\nScheduling: {}", "utf-8", "cluster.yaml:2:17: typographic quotes, as word processors write them")]
    [InlineData("HeadNode:\n  InstanceType: t3.xlarge\n Scheduling: {}", "utf-8", "cluster.yaml:3:2: not valid YAML")]
    [InlineData("HeadNode:\n\tInstanceType: t3.xlarge", "utf-8", "cluster.yaml:2:1: not valid YAML")]
    [InlineData("HeadNode: *nobody\nScheduling: {}", "utf-8", "cluster.yaml:1:11: not valid YAML")]
    public async Task File_that_is_no_text_or_no_yaml_says_where(string text, string encoding, string message)
    {
        var path = Path.GetTempFileName();
        var known = encoding == "utf-16" ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true) : Encoding.GetEncoding(encoding);
        await File.WriteAllTextAsync(path, text, known, TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Of("parallelcluster", new DeclaredInput(path, "cluster.yaml")));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task File_of_a_hundred_megabytes_is_refused_unread()
    {
        var path = Path.GetTempFileName();
        await using (var file = File.OpenWrite(path)) file.SetLength(100L * 1024 * 1024);

        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Of("parallelcluster", new DeclaredInput(path, "cluster.yaml")));

        Assert.Equal("cluster.yaml: larger than 65536 KB, which no such file is", e.Message);
        File.Delete(path);
    }

    [Fact]
    public async Task Deep_nesting_is_refused_where_it_is()
    {
        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Text(new ParallelClusterFormat(), "HeadNode: " + new string('[', 5000)));

        Assert.StartsWith("cluster.yaml:1:", e.Message, StringComparison.Ordinal);
        Assert.Contains("nested more than 64 levels deep", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bomb_of_aliases_is_refused_where_it_is()
    {
        var text = new StringBuilder("HeadNode: {}\nScheduling: {}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Text(new ParallelClusterFormat(), text.ToString()));

        Assert.StartsWith("cluster.yaml:1:1: larger than 1000000 parts", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_chain_of_aliases_is_refused()
    {
        var text = new StringBuilder(Minimal + "a0: &a0 [x]\n");
        for (var i = 1; i < 20000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        text.Append("SharedStorage: *a19999\n");

        await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Text(new ParallelClusterFormat(), text.ToString()));
    }

    [Theory]
    [InlineData("{Name: a, MountDir: /a, StorageType: FsxLustre}", "cloudformation/pwb/FSX86f7e437faa5a7fc")]
    [InlineData("{Name: b, MountDir: /a, StorageType: Efs}", "cloudformation/pwb/EFSE9d71f5ee7c92d6d")]
    public async Task Storage_that_the_cluster_makes_has_the_key_that_its_stack_gives_it(string storage, string key)
    {
        var (snapshot, _) = await DeclaredReading.Text(new ParallelClusterFormat(), Minimal + $"SharedStorage: [{storage}]");

        Assert.Equal(key, Assert.Single(snapshot.Observations, o => o.Kind == nameof(FileSystem)).Key);
    }

    [Fact]
    public async Task Secrets_of_the_database_address_are_not_kept()
    {
        var (snapshot, _) = await DeclaredReading.Text(new ParallelClusterFormat(), Minimal.Replace("slurm}", "slurm, SlurmSettings: {Database: {Uri: 'mysql://slurm:hunter2@db:3306/x', PasswordSecretArn: hunter2}}}", StringComparison.Ordinal));

        var settings = Read<Cluster>(snapshot, "declared://pwb-files/parallelcluster/pwb").AccountingSettings.Value!;
        Assert.Equal(("mysql://db:3306", null, "(not kept)"), (settings.Uri, settings.UserName, settings.PasswordSecretArn));
        Assert.DoesNotContain("hunter2", snapshot.Header.Declarations.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_makes_nodes_that_the_file_does_not_list()
    {
        var (snapshot, _) = await DeclaredReading.Text(new ParallelClusterFormat(), Minimal.Replace("slurm}", "awsbatch}", StringComparison.Ordinal));

        Assert.Equal(GapCause.Hidden, Assert.Single(snapshot.Coverage, c => c.Kind == nameof(NodeGroup)).Gap!.Cause);
    }

    [Fact]
    public async Task Pool_without_a_name_leaves_it_open_which_groups_there_are()
    {
        var (snapshot, _) = await DeclaredReading.Text(new ParallelClusterFormat(), Minimal + "LoginNodes: {Pools: [{Count: 1}]}");

        Assert.Contains("Name", Assert.Single(snapshot.Coverage, c => c.Kind == nameof(NodeGroup)).Gap!.Detail, StringComparison.Ordinal);
    }

    internal static T Read<T>(Scanner.Model.Snapshots.Snapshot snapshot, string id) where T : Resource => new ResourceGraph(snapshot).Find<T>(id)!;
}
