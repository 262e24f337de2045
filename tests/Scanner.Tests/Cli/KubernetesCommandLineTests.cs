using System.Text;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Cli;

/// <summary>Scanner as a process, with clusters to look at.</summary>
public sealed class KubernetesCommandLineTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eks_cluster_is_entered_by_its_name_without_a_kubeconfig_or_another_program()
    {
        using var authority = new TestAuthority("kubernetes");
        using var certificate = authority.Server();
        var answers = ClusterAnswers.Of();
        await using var server = new LoopbackCluster(certificate, r => answers.TryGetValue(r.Path, out var answer) ? answer : KubernetesAnswer.NotFound);
        await using var aws = new RecordedAws("eks-small").Answer("eks:DescribeCluster.pwb", Described(server, authority));

        var result = await Run(Aws(aws), "check", "--eks", "pwb", "--aws-region", "us-east-1", "--save-snapshot", "a.jsonl");

        Assert.StartsWith("collecting pwb (us-east-1, 1 cluster), read-only …\n", result.Error, StringComparison.Ordinal);
        Assert.True(result.ExitCode is ExitCode.Compliant or ExitCode.Findings or ExitCode.Incomplete, result.Output);
        Assert.All(server.Requests, r => Assert.StartsWith("k8s-aws-v1.", r.Token, StringComparison.Ordinal));
        var snapshot = SnapshotFile.Read(_folder.Path("a.jsonl"));
        Assert.Equal("1.33.1", snapshot.Of<Cluster>("k8s://123456789012/us-east-1/pwb").Version.Value.ToString());
        Assert.Equal("ACTIVE", snapshot.Of<Cluster>("arn:aws:eks:us-east-1:123456789012:cluster/pwb").Status.Value);
        Assert.Equal(["aws/123456789012/us-east-1", "k8s/123456789012/us-east-1/pwb"], snapshot.Header.Targets[0].Scopes);
        Assert.DoesNotContain("k8s-aws-v1", await File.ReadAllTextAsync(_folder.Path("a.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clusters_in_scanner_yaml_are_scanned_beside_their_account()
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of());
        await using var aws = new RecordedAws("eks-small");
        _folder.Write("kube/config", ClusterAnswers.Kubeconfig(("prod", server.Url), ("arn:aws:eks:us-east-1:999988887777:cluster/other", new Uri("http://127.0.0.1:1/"))));
        _folder.Write("scanner.yaml", """
            targets:
              - name: research
                aws: { regions: [us-east-1] }
                kubernetes:
                  - { kubeconfig: kube/config, context: prod }
                  - { kubeconfig: [kube/config], context: "arn:aws:eks:us-east-1:999988887777:cluster/other" }
                  - { eks: lab }
            """);

        var result = await Run(Aws(aws), "snapshot", "-o", "a.jsonl");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("collecting research (us-east-1, 3 clusters), read-only …\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("note: arn:aws:eks:us-east-1:999988887777:cluster/other: the cluster is in account 999988887777, and AWS is asked in 123456789012", result.Error, StringComparison.Ordinal);
        Assert.Contains("note: prod: 127.0.0.1:", result.Error, StringComparison.Ordinal);
        var scan = SnapshotFile.Read(_folder.Path("a.jsonl"));
        Assert.Equal("Cluster.Endpoint", scan.Of<Cluster>("k8s://123456789012/us-east-1/lab").Kind.Gap!.Detail.Split(' ')[^1]);
    }

    [Fact]
    public async Task Cluster_that_cannot_be_reached_is_incomplete_and_no_mistake()
    {
        _folder.Write("config", ClusterAnswers.Kubeconfig(("prod", new Uri("http://127.0.0.1:1/"))));

        var result = await Run(new Dictionary<string, string> { ["KUBECONFIG"] = _folder.Path("config") }, "check", "--kube-context", "prod");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("get /api", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_is_printed_for_the_namespace() =>
        Assert.Contains("  name: scanner\n  namespace: audit\n", (await Run(new Dictionary<string, string>(), "permissions", "kubernetes", "-n", "audit")).Output, StringComparison.Ordinal);

    private static string Described(LoopbackCluster server, TestAuthority authority) => $$$"""
        {"cluster":{"name":"pwb","arn":"arn:aws:eks:us-east-1:123456789012:cluster/pwb","version":"1.33","status":"ACTIVE","endpoint":"{{{server.Url.ToString().TrimEnd('/')}}}",
        "resourcesVpcConfig":{"subnetIds":["subnet-0c33cc33cc33cc333"],"vpcId":"vpc-0a1b2c3d4e5f60718"},"certificateAuthority":{"data":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(authority.Pem))}}}"} } }
        """;

    private static Dictionary<string, string> Aws(RecordedAws aws) => new()
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
    };

    private Task<ScannerProcess.Result> Run(Dictionary<string, string> environment, params string[] arguments) => ScannerProcess.Run(_folder.Path("."), environment, arguments);
}
