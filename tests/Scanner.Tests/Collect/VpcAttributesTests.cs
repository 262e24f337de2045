using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class VpcAttributesTests
{
    private const string Action = "ec2:DescribeVpcAttribute", Own = "vpc-0a1b2c3d4e5f60718", Other = "vpc-0d1e2c3d4e5f60719";

    [Fact]
    public async Task Vpc_of_a_cluster_has_its_attributes()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Action}.enableDnsHostnames", Attribute("enableDnsHostnames", "<value>false</value>"));

        var vpc = (await RecordedScan.Run(aws)).Of<Vpc>(Own);

        Assert.True(vpc.DnsHostnames.IsFalse && vpc.DnsSupport.IsTrue);
        Assert.Equal(2, aws.Requests.Count(r => r.Action == Action));
    }

    [Fact]
    public async Task Vpc_without_a_node_is_not_asked_for()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeVpcs", Ec2Page.Of("DescribeVpcs", "vpcSet", $"<item><vpcId>{Own}</vpcId></item><item><vpcId>{Other}</vpcId></item>"));

        var other = (await RecordedScan.Run(aws)).Of<Vpc>(Other);

        Assert.DoesNotContain(aws.Requests, r => r.Action == Action && r.Values.Contains(Other));
        Assert.Equal((Action, GapCause.NotAsked), (other.DnsSupport.Gap.Action, other.DnsHostnames.Gap.Cause));
    }

    [Theory, InlineData(Action), InlineData("ec2:DescribeInstances")]
    public async Task Refusal_hides_both(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.Denied);

        var vpc = (await RecordedScan.Run(aws)).Of<Vpc>(Own);

        Assert.All([vpc.DnsHostnames.Gap, vpc.DnsSupport.Gap], g => Assert.Equal($"allow {action}", g.Remedy.ToString()));
        Assert.Equal("10.20.0.0/16", vpc.Cidrs.Value.ToString());
    }

    [Fact]
    public async Task Attribute_that_the_answer_leaves_out_is_not_off()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Action}.enableDnsSupport", Attribute("enableDnsSupport", ""));

        var vpc = (await RecordedScan.Run(aws)).Of<Vpc>(Own);

        Assert.Contains("EnableDnsSupport", vpc.DnsSupport.Gap.Detail, StringComparison.Ordinal);
        Assert.True(vpc.DnsHostnames.IsTrue);
    }

    private static string Attribute(string name, string value) =>
        $"<DescribeVpcAttributeResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><vpcId>{Own}</vpcId><{name}>{value}</{name}></DescribeVpcAttributeResponse>";
}
