using Scanner.Collect.Declared;
using Scanner.Collect.Declared.CloudFormation;
using Scanner.Collect.Declared.Helm;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Collect.Declared.NodeFacts;
using Scanner.Collect.Declared.ParallelCluster;
using Scanner.Collect.Declared.Terraform;
using Scanner.Collect.Declared.Workbench;

namespace Scanner.Tests.Collect.Declared;

/// <summary>More than any deployment has ends in one line that says what is too much and what to do; what is just within is read.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Terraform_resources()
    {
        Assert.Equal(20_000, (await Read(new TerraformFormat(), "plan.json", State(20_000))).Snapshot.Observations.Count);
        Assert.Matches("^plan.json:1:[0-9]+: more than 20000 resources that are read; hand over the plans or states of the deployment alone$", await Problem(new TerraformFormat(), "plan.json", State(20_001)));
    }

    [Fact]
    public async Task Terraform_resources_that_are_not_read_do_not_count() =>
        Assert.Single((await Read(new TerraformFormat(), "plan.json", State(1, string.Concat(Enumerable.Range(0, 20_001).Select(i => $$$"""{"address":"null_resource.n{{{i}}}","type":"null_resource","name":"n{{{i}}}","values":{}},"""))))).Snapshot.Observations);

    [Fact]
    public async Task Terraform_values() => Assert.Equal("plan.json:1:4000016: more than 2000000 values; hand over the plan or state of the deployment alone",
        await Problem(new TerraformFormat(), "plan.json", $$"""{"format_version":[{{string.Join(',', Enumerable.Repeat('1', 2_000_000))}}]}"""));

    [Fact]
    public async Task CloudFormation_resources()
    {
        Assert.Equal(1000, (await Read(new CloudFormationFormat(), "t.yaml", Template(1000))).Snapshot.Observations.Count);
        Assert.Equal("t.yaml:1002:3: more than 1000 resources; CloudFormation takes 500 in a template: hand over the template of one stack: R1000: {Type: \"AWS::EC2::SecurityGroup\"}",
            await Problem(new CloudFormationFormat(), "t.yaml", Template(1001)));
    }

    [Fact]
    public async Task CloudFormation_text()
    {
        var text = Template(1);
        Assert.Single((await Read(new CloudFormationFormat(), "t.yaml", Filled(text, CloudFormationFormat.Largest))).Snapshot.Observations);
        Assert.Equal("t.yaml: larger than 2048 KB; CloudFormation takes 1 MB: hand over the template of one stack", await Problem(new CloudFormationFormat(), "t.yaml", Filled(text, CloudFormationFormat.Largest + 1)));
    }

    [Fact]
    public async Task Values_text()
    {
        Assert.NotEmpty((await Read(new ValuesFormat(), "v.yaml", Filled("replicas: 1\n", ValuesFormat.Largest))).Snapshot.Observations);
        Assert.Equal("v.yaml: larger than 2048 KB; Helm keeps a release with its values in 1 MB: hand over what this release is given", await Problem(new ValuesFormat(), "v.yaml", Filled("replicas: 1\n", ValuesFormat.Largest + 1)));
    }

    [Fact]
    public async Task Manifest_objects() => Assert.Equal("m.yaml:40003:18: more than 10000 objects; hand over those of the namespaces that Workbench and its sessions are in",
        await Problem(new ManifestFormat(), "m.yaml", string.Concat(Enumerable.Range(0, 10_001).Select(i => $"kind: Service\napiVersion: v1\nmetadata: {{name: s{i}}}\n---\n"))));

    [Fact]
    public async Task Manifest_folder()
    {
        for (var i = 0; i < 3; i++) _folder.With($"m/{i}.yaml", Filled($"apiVersion: v1\nkind: Service\nmetadata: {{name: s{i}}}\n", 6 * 1024 * 1024));
        Assert.Equal("m: its files come to more than 16 MB together; hand over those of one deployment", await Problem(new ManifestFormat(), "m"));
    }

    [Fact]
    public async Task Hosts()
    {
        var text = string.Concat(Enumerable.Range(0, 5001).Select(i => $$$"""{"schema":"scanner.nodefacts/1","collectedAt":"2026-01-01T00:00:00Z","host":{"name":"h{{{i}}}"}}""" + "\n"));
        Assert.Equal("f.jsonl:5001:1: more than 5000 hosts; hand over the facts of the hosts that Workbench uses", await Problem(new NodeFactsFormat(), "f.jsonl", text));
        Assert.Equal(5000, (await Read(new NodeFactsFormat(), "f.jsonl", text[..text.LastIndexOf("{\"schema", StringComparison.Ordinal)])).Snapshot.Observations.Count);
    }

    [Fact]
    public async Task Configuration_files()
    {
        for (var i = 0; i < 200; i++) _folder.With($"conf/launcher.{i}.conf", "a=1\n");
        await ReadFiles.Of(new WorkbenchFormat(), new DeclaredInput(_folder["conf"], "conf"));
        _folder.With("conf/rserver.conf", "www-port=1\n");
        Assert.Equal("conf: more than 200 configuration files; hand over the folder of one installation", await Problem(new WorkbenchFormat(), "conf"));
    }

    [Fact]
    public async Task Shared_storage() => Assert.StartsWith("c.yaml:207:3: more than 200 entries of SharedStorage, which no cluster has: hand over the configuration of one cluster",
        await Problem(new ParallelClusterFormat(), "c.yaml", "HeadNode: {InstanceType: t3.micro}\nScheduling:\n  Scheduler: slurm\n\n\nSharedStorage:\n" + string.Concat(Enumerable.Range(0, 201).Select(i => $"- {{MountDir: /m{i}, Name: n{i}, StorageType: Efs}}\n"))));

    private static string State(int count, string others = "")
    {
        var groups = Enumerable.Range(0, count).Select(i => $$$"""{"address":"aws_security_group.g{{{i}}}","type":"aws_security_group","name":"g{{{i}}}","values":{"id":"sg-{{{i}}}"} }""");
        return $$$"""{"format_version":"1.0","terraform_version":"1.9.8","values":{"root_module":{"resources":[{{{others}}}{{{string.Join(',', groups)}}}]} } }""";
    }

    private static string Template(int count) => "Resources:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"  R{i}: {{Type: \"AWS::EC2::SecurityGroup\"}}\n"));

    /// <summary>With a comment that makes it as long as that.</summary>
    private static string Filled(string text, int length) => text + new string('#', length - text.Length);

    private Task<ReadFiles> Read(IDeclaredFormat format, string name, string text) => ReadFiles.Of(format, new DeclaredInput(_folder.With(name, text), name));

    private Task<string> Problem(IDeclaredFormat format, string name, string text)
    {
        _folder.With(name, text);
        return Problem(format, name);
    }

    private async Task<string> Problem(IDeclaredFormat format, string name) =>
        (await Assert.ThrowsAsync<DeclaredException>(() => ReadFiles.Of(format, new DeclaredInput(_folder[name], name)))).Message;
}
