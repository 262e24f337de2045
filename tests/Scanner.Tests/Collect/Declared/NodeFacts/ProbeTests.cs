using System.Diagnostics;
using System.Text.Json;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.NodeFacts;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.NodeFacts;

/// <summary>The probe as a process, over hosts that are folders here; and what the reader makes of it.</summary>
public sealed class ProbeTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    public void Dispose() => _root.Delete(recursive: true);

    public static TheoryData<string> Shells() => [.. new[] { "/bin/dash", "/bin/bash", "/bin/busybox", "/bin/sh" }.Where(File.Exists)];

    [Theory, MemberData(nameof(Shells))]
    public async Task A_login_node_tells_all(string shell)
    {
        WriteLoginNode();
        var facts = await Read(await Run(shell));
        var (host, server) = (facts.Sole<ComputeInstance>(), facts.Sole<WorkbenchServer>());
        Assert.Equal("i-0a1b2c3d4e5f60718", host.Id);
        Assert.Equal("ubuntu2204", host.OperatingSystem.Value);
        Assert.Equal(["/home", "/mnt/a b", "/mnt/dav", "/opt/rstudio"], host.Mounts.Value.AsEnumerable().Select(m => m.Path));
        Assert.Equal("4.3.1, 4.4.3", host.RVersions.Value.ToString());
        Assert.Equal("3.12.11", host.PythonVersions.Value.ToString());
        Assert.Equal("23.11.10", host.SlurmVersion.Value);
        Assert.True(host.ReachesSlurmController.IsTrue && host.RunsSlurmController.IsFalse && host.UsesSssd.IsTrue && host.HasSessionComponents.IsTrue);
        Assert.Equal("corp.example.com, pwb.example.com", host.IdentityDomains.Value.ToString());
        Assert.Equal("2026.08.1+195.pro1", server.Version.Value);
        Assert.Equal("/opt/rstudio", server.ServerEnvironment.Value["RSTUDIO_CONFIG_DIR"]);
        Assert.True(server.IsServerActive.IsTrue && server.IsLauncherActive.IsFalse && server.IsLauncherEnabled.IsFalse);
        Assert.Equal(["Slurm", "Local"], server.Sections("launcher.conf", "cluster").Value.AsEnumerable().Select(s => s.Values["type"]));
        Assert.True(server.File("load-balancer").Value!.Sections.IsEmpty);
        Assert.Equal("postgresql", server.Setting("database.conf", "provider").Value);
        Assert.Equal(2, server.File("launcher-mounts").Value!.Sections.Count);
        Assert.Contains("could not be read", server.File("vscode.conf").Gap!.Detail, StringComparison.Ordinal);
        Assert.StartsWith("sha256:", server.ConfigurationHash.Value, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public async Task Nothing_of_a_secret_leaves_the_host(string shell)
    {
        WriteLoginNode();
        Assert.DoesNotContain("CANARY", await Run(shell), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public async Task A_bare_host_gives_facts_and_no_error(string shell)
    {
        var facts = await Read(await Run(shell));
        var host = facts.Sole<ComputeInstance>();
        Assert.True(host.HasWorkbench.IsFalse && host.HasSlurmClient.IsFalse && host.HasSessionComponents.IsFalse);
        Assert.True(host.RVersions.Value.IsEmpty);
        Assert.Equal(["mounts", "slurm.controllerReachable", "slurm.slurmctldHere", "identity.sssd"],
            new[] { host.Mounts.Gap!, host.ReachesSlurmController.Gap, host.RunsSlurmController.Gap, host.UsesSssd.Gap }.Select(g => g.Action));
        Assert.DoesNotContain(facts.Snapshot.Observations, o => o.Kind == nameof(WorkbenchServer));
    }

    [Fact]
    public async Task Nodes_that_differ_in_their_own_address_alone_have_one_configuration()
    {
        WriteLoginNode();
        var first = Hash(await Run("/bin/sh"));
        Write("opt/rstudio/load-balancer", "www-host-name=10.0.0.2\n");
        Assert.Equal(first, Hash(await Run("/bin/sh")));
        Write("opt/rstudio/rserver.conf", "www-port=8787\n");
        Assert.NotEqual(first, Hash(await Run("/bin/sh")));
    }

    [Fact]
    public async Task It_changes_nothing_on_the_host()
    {
        WriteLoginNode();
        var before = Everything();
        await Run("/bin/sh");
        Assert.Equal(before, Everything());
    }

    [Theory, MemberData(nameof(Shells))]
    public async Task Whatever_bytes_a_host_has_it_writes_JSON(string shell)
    {
        WriteLoginNode();
        var random = new Random(1);
        for (var i = 0; i < 10; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            foreach (var file in new[] { "opt/rstudio/rserver.conf", "opt/rstudio/launcher-mounts", "proc/self/mounts", "etc/os-release", "etc/nsswitch.conf", "etc/sssd/sssd.conf", "usr/lib/rstudio-server/VERSION" })
                await File.WriteAllBytesAsync(Path.Combine(_root.FullName, file), bytes, TestContext.Current.CancellationToken);
            Assert.NotEmpty(NodeFactsFile.Read(new DeclaredText("f", await Run(shell))));
        }
    }

    private void WriteLoginNode()
    {
        foreach (var (name, text) in LoginNode.Files) Write(name, text);
        foreach (var (name, text) in LoginNode.Commands)
        {
            Write($"stub/{name}", text);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(_root.FullName, "stub", name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        Directory.CreateDirectory(Path.Combine(_root.FullName, "opt/rstudio/vscode.conf")); // is there, and is no file that can be read
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Everything() => string.Join('\n', Directory.EnumerateFileSystemEntries(_root.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {(File.Exists(f) ? File.ReadAllText(f) : "")}"));

    private static string Hash(string json) => JsonDocument.Parse(json).RootElement.GetProperty("workbench").GetProperty("configHash").GetString()!;

    private static async Task<ReadFiles> Read(string json)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
        var read = await ReadFiles.Of(new NodeFactsFormat(), new DeclaredInput(path, "probe.json"));
        File.Delete(path);
        return read;
    }

    private async Task<string> Run(string shell)
    {
        var start = new ProcessStartInfo(shell) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (shell.EndsWith("bash", StringComparison.Ordinal)) start.ArgumentList.Add("--posix");
        if (shell.EndsWith("busybox", StringComparison.Ordinal)) start.ArgumentList.Add("sh");
        start.ArgumentList.Add(Repository.Path("deploy", "probe", "scanner-probe.sh"));
        start.Environment["SCANNER_PROBE_ROOT"] = _root.FullName;
        start.Environment["PATH"] = $"{Path.Combine(_root.FullName, "stub")}:/usr/bin:/bin";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        return await output;
    }
}
