using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class EksTraceTests
{
    [Theory]
    [InlineData("https://abc.gr7.us-east-1.eks.amazonaws.com/", "us-east-1")]
    [InlineData("https://abc.yl4.us-gov-west-1.eks.amazonaws.com/", "us-gov-west-1")]
    [InlineData("https://abc.sk1.cn-north-1.eks.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("https://abc.eks-cluster.eu-west-1.api.aws/", "eu-west-1")]
    [InlineData("https://eks.example.com/", null)]
    [InlineData("https://10.0.0.1:6443/", null)]
    public void Address_tells_the_region(string server, string? region) => Assert.Equal(new(null, region), EksTrace.Of(new("x", new Uri(server))));

    [Theory]
    [InlineData("--region eu-west-1 eks get-token --cluster-name prod --output json", "eu-west-1")]
    [InlineData("eks get-token --cluster-name prod", null)]
    [InlineData("login --region", null)]
    public void Plugin_tells_the_region(string arguments, string? region) => Assert.Equal(new(null, region),
        EksTrace.Of(new("x", new Uri("https://10.0.0.1/")) { Credentials = new ExecPlugin("aws", arguments.Split(' '), "client.authentication.k8s.io/v1") }));

    [Theory]
    [InlineData("arn:aws:eks:eu-west-1:123456789012:cluster/prod", "123456789012", "eu-west-1")]
    [InlineData("arn:aws:iam::123456789012:role/x", null, null)]
    [InlineData("prod", null, null)]
    public void Name_that_the_aws_cli_wrote_tells_both(string name, string? account, string? region) =>
        Assert.Equal(new(account, region), EksTrace.Of(new("x", new Uri("https://10.0.0.1/")) { ClusterName = name }));
}
