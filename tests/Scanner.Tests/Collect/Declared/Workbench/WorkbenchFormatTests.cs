using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Workbench;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Workbench;

/// <summary>A folder of configuration files becomes facts with lines, and nothing of a secret.</summary>
public sealed class WorkbenchFormatTests
{
    private static readonly DeclaredInput s_folder = ReadFiles.Fixture("workbench-slurm");

    [Fact]
    public async Task A_folder_is_one_configuration_of_no_particular_host()
    {
        var read = await ReadFiles.Of(new WorkbenchFormat(), s_folder);
        var server = read.Sole<WorkbenchServer>();
        Assert.Equal(("declared://test/workbench/workbench-slurm", "workbench/workbench-slurm"), (server.Id, server.Key));
        Assert.Null(server.Host.Value);
        Assert.True(server.HasEveryFile.IsTrue);
        Assert.Equal(["database.conf", "jupyter.conf", "launcher-mounts", "launcher.conf", "launcher.slurm.conf", "launcher.slurm.profiles.conf", "load-balancer", "profiles", "rserver.conf", "rsession.conf", "vscode.conf"],
            server.Files.Value.AsEnumerable().Select(f => f.Name));
        Assert.Equal("8787", server.Setting("rserver.conf", "www-port").Value);
        Assert.True(server.IsOn("rserver.conf", "load-balancing-enabled").IsTrue);
        Assert.Equal("postgresql", server.Setting("database.conf", "provider").Value);
        Assert.Equal("postgresql://pwb.example.us-east-1.rds.amazonaws.com:5432/workbench", server.Setting("database.conf", "connection-uri").Value);
    }

    [Fact]
    public async Task Repeated_sections_are_a_list()
    {
        var server = (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Sole<WorkbenchServer>();
        Assert.Equal(["Slurm", "Local"], server.Sections("launcher.conf", "cluster").Value.AsEnumerable().Select(s => s.Values["type"]));
        Assert.Equal(2, server.File("launcher-mounts").Value!.Sections.Count);
        Assert.Equal(["interactive,batch"], server.Sections("launcher.slurm.profiles.conf", "*").Value.AsEnumerable().Select(s => s.Values["allowed-partitions"]));
    }

    [Theory]
    [InlineData("files[rserver.conf]", 1, 1, "rserver.conf")]
    [InlineData("files[rserver.conf].www-port", 2, 1, "www-port=8787")]
    [InlineData("files[rserver.conf].secure-cookie-key-file", 8, 1, "secure-cookie-key-file=/opt/rstudio/secure-cookie-key")]
    [InlineData("files[launcher.conf].cluster[Slurm].type", 7, 1, "type=Slurm")]
    [InlineData("files[launcher.conf].cluster[Local].type", 12, 1, "type=Local")]
    [InlineData("files[launcher.slurm.profiles.conf].@gpu-users.allowed-partitions", 6, 1, "allowed-partitions=gpu")]
    [InlineData("files[launcher-mounts].[2].MountPath", 7, 1, "MountPath: /opt/R")]
    [InlineData("files[database.conf].password", 3, 1, "password ***")]
    [InlineData("files[database.conf].connection-uri", 2, 1, "connection-uri ***")]
    public async Task Every_key_has_its_line(string property, int line, int column, string snippet)
    {
        var place = (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Place(property);
        Assert.Equal(($"workbench-slurm/{property.Split('[', ']')[1]}", line, column, snippet), (place.File, place.Line, place.Column, place.Snippet));
    }

    [Fact]
    public async Task Defaults_hold_where_a_key_is_absent_and_only_where_they_are_known()
    {
        var server = (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Sole<WorkbenchServer>();
        Assert.True(server.IsOn("rserver.conf", "server-multiple-sessions").IsTrue);
        Assert.True(server.IsOn("jupyter.conf", "notebooks-enabled").IsFalse);
        Assert.Equal("0", server.Setting("positron.conf", "session-timeout-kill-hours").Value);
        Assert.Null(server.Setting("rserver.conf", "launcher-sessions-clusters").Value);
        Assert.Equal("rserver.conf auth-pam-sessions-enabled", server.Setting("rserver.conf", "auth-pam-sessions-enabled").Gap!.Action);
        Assert.Equal(GapCause.Hidden, server.Setting("database.conf", "password").Gap!.Cause);
    }

    [Fact]
    public async Task Single_files_say_nothing_of_those_that_were_not_given()
    {
        var read = await ReadFiles.Of(new WorkbenchFormat(), ReadFiles.Fixture("workbench-slurm", "rserver.conf"), ReadFiles.Fixture("workbench-slurm", "launcher.conf"));
        var server = read.Sole<WorkbenchServer>();
        Assert.Equal("workbench/workbench-slurm", server.Key);
        Assert.Equal("8787", server.Setting("rserver.conf", "www-port").Value);
        Assert.Equal("give the whole folder: workbench-slurm", server.Setting("vscode.conf", "enabled").Gap!.Remedy.ToString());
        Assert.True(server.IsOn("vscode.conf", "enabled").IsUnknown);
    }

    [Fact]
    public async Task What_only_a_host_shows_asks_for_node_facts()
    {
        var server = (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Sole<WorkbenchServer>();
        Assert.Equal((GapCause.NotAsked, RemedyKind.Probe), (server.Version.Gap!.Cause, server.Version.Gap.Remedy.Kind));
        var servers = (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Environment().Of<WorkbenchServer>();
        Assert.Equal("node facts of every Workbench host", servers.Unlisted!.Remedy.ToString());
    }

    [Fact]
    public async Task Keys_that_nobody_knows_are_listed() =>
        Assert.Equal(["workbench-slurm/rserver.conf:9:1: admin-superuser-group"], (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).UnknownKeys);

    [Fact]
    public async Task Nothing_of_a_secret_is_kept()
    {
        var read = await ReadFiles.Of(new WorkbenchFormat(), s_folder);
        Assert.DoesNotContain("canary", await read.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(read.UnknownKeys, k => k.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_bytes_are_the_same_every_time() =>
        Assert.Equal(await (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Text(), await (await ReadFiles.Of(new WorkbenchFormat(), s_folder)).Text());

    [Theory]
    [InlineData(true, "workbench-slurm")]
    [InlineData(true, "workbench-slurm", "database.conf")]
    [InlineData(false, "workbench-slurm", "launcher-env")]
    [InlineData(false, "nodefacts-cluster")]
    public void It_knows_its_own(bool its, params string[] parts) => Assert.Equal(its, new WorkbenchFormat().Recognizes(ReadFiles.Fixture(parts)));
}
