using Scanner.Collect.Declared.Attestations;
using Scanner.Collect.Declared.NodeFacts;
using Scanner.Collect.Declared.Workbench;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Whatever the text of a configuration, of node facts, of attestations: an answer, and never a crash.</summary>
public sealed class GeneratedHostFileTests(ITestOutputHelper output)
{
    private static readonly string[] s_configuration =
        ["a", "b", "=", "=", ":", ": ", "[", "]", "#", ";", "\n", "\n", "\n", "\r\n", " ", "\t", "cluster", "name", "password", "://", "@", "/", "\"", "key", "-", "é", "\0", "“", "\u2028", "\r", "0123456789abcdefghij", "?"];

    private static readonly string[] s_facts =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "1", "-1", "1e9", "0.5", "\n", " ", "\\u0000", "\\ud800", "\\udc00", "\\", "é", "\0", "\"a\"", "\"\"",
        "{\"schema\":\"scanner.nodefacts/1\",\"collectedAt\":\"2026-01-01T00:00:00Z\",\"host\":{\"name\":\"h\"}", "{\"schema\":\"scanner.nodefacts/1\",\"collectedAt\":\"2026-01-01T00:00:00Z\",\"host\":{\"name\":\"h\"}",
        "{\"schema\":\"scanner.nodefacts/1\",\"collectedAt\":\"2026-01-01T00:00:00Z\",\"host\":{\"name\":\"h\"}}\n", ",\"mounts\":[{\"target\":\"home/\",\"source\":\"s\",\"fstype\":\"nfs\"}]", ",\"mounts\":[1]",
        ",\"workbench\":{\"installed\":true,\"files\":{\"rserver.conf\":\"a=1\\n[\",\"x\":1},\"units\":{\"rstudio-server\":{\"active\":1,\"environment\":{\"XDG_CONFIG_DIRS\":2}}}}", ",\"workbench\":", ",\"r\":[\"4\",1]", ",\"r\":", ",\"acl\":{\"/a\":{\"posix\":true}}", ",\"acl\":", "\"host\":", "\"mounts\":", "\"slurm\":{\"client\":true,\"version\":",
    ];

    private static readonly string[] s_attestations =
    [
        "attestations:", "attestations:\n", "attestations:\n  GEN-012:\n    by: a\n    date: 2026-01-01\n    note: b\n", "  GEN-013:\n", "    by: a\n", "    date: 2026-01-01\n", "    note: b\n", "    expires: 2027-01-01\n", "    expires: 2020-01-01\n", "    expires: x\n",
        "  # c\n", "\n", " ", "{", "}", "[", "]", ",", ": ", "- ", "&a ", "*a", "|\n", "'", "\"", "#", "\t", "!!int ", "<<: *a\n", "---\n", "é", "\0", "“", "?", "GEN-012", "\r\n",
    ];

    private const string GoodConfiguration = "# c\nwww-port=8787\npassword=x\n\n[cluster]\nname=Slurm # c\ntype = Slurm\n[cluster]\nname=Local\r\n[@group]\nmax-cpus=4\n";

    private const string GoodRecords = "# c\nHost: nfs\nPath: /home\n more\nMountPath: /home\n\nPath: /opt/R\nReadOnly: true\n";

    private const string GoodAttestations = "attestations:\n  # c\n  GEN-012:\n    by: a\n    date: 2026-01-01\n    note: b\n  GEN-013:\n    by: a\n    date: 2026-01-01\n    note: >\n      b\n      c\n    expires: 2027-01-01\n";

    private static readonly string s_goodFacts = File.ReadAllText(ReadFiles.Fixture("nodefacts-cluster", "login-1.json").Path);

    [Fact]
    public void Configuration() => GeneratedFiles.Each(1, 20, s_configuration, GoodConfiguration, output, text => WorkbenchFile.Of(text, "rserver.conf"));

    [Fact]
    public void Records() => GeneratedFiles.Each(4, 20, s_configuration, GoodRecords, output, text => WorkbenchFile.Of(text, "launcher-mounts"));

    [Fact]
    public void NodeFacts() => GeneratedFiles.Each(2, 12, s_facts, s_goodFacts, output, text =>
    {
        var builder = new SnapshotBuilder();
        foreach (var document in NodeFactsFile.Read(text)) new HostObserver(document, new Evidence(Plane.Probe, "aws/declared/t", "node facts", ReadFiles.At)).Observe(builder);
        _ = new ResourceGraph(builder.Build(new(Header.CurrentSchema, "test", ReadFiles.At, ReadFiles.At, [])));
    });

    [Fact]
    public void Attestations() => GeneratedFiles.Each(3, 10, s_attestations, GoodAttestations, output, text =>
    {
        AttestationsDocument.Read(text);
        Assert.Contains("  GEN-099:\n", AttestationsText.With("f", text.Text, "GEN-099", "a \"b\" \\ c", "d: # e", ReadFiles.At, null).Replace("   ", "  ", StringComparison.Ordinal), StringComparison.Ordinal);
    });
}
