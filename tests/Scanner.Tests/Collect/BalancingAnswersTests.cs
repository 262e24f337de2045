using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>What load balancers and target groups say of cookies, zones, addresses and codes; and databases of their capacity.</summary>
public sealed class BalancingAnswersTests(GoodScan good) : IClassFixture<GoodScan>
{
    private const string Attributes = "elasticloadbalancing:DescribeTargetGroupAttributes", Groups = "elasticloadbalancing:DescribeTargetGroups";
    private const string Accounting = "arn:aws:rds:us-east-1:123456789012:cluster:pwb-accounting";

    [Fact]
    public void As_recorded()
    {
        var (web, ssh) = (good.Snapshot.Of<TargetGroup>(GoodScan.Workbench), good.Snapshot.Of<TargetGroup>(GoodScan.Ssh));

        Assert.Equal("ipv4", good.Snapshot.Of<LoadBalancer>(GoodScan.Nlb).IpAddressType.Value);
        Assert.Equal((null, "use_load_balancer_configuration", "200"), (web.StickinessCookie.Value, web.CrossZone.Value, web.HealthCheckMatcher.Value));
        Assert.Equal((null, null), (ssh.StickinessCookie.Value, ssh.HealthCheckMatcher.Value));
        Assert.Null(good.Snapshot.Of<Database>(Accounting).MinCapacity.Value);
    }

    [Theory]
    [InlineData("pwb-session", "pwb-session")]
    [InlineData("sk_live_9f3kQ0pLm27Rt5vWb93xZ8aa", "***")]
    public async Task Cookie_of_the_application(string cookie, string kept)
    {
        var group = await Told(Pair("stickiness.type", "app_cookie") + Pair("stickiness.app_cookie.cookie_name", cookie) + Pair("load_balancing.cross_zone.enabled", "false"));

        Assert.Equal((kept, "false"), (group.StickinessCookie.Value, group.CrossZone.Value));
    }

    [Fact]
    public async Task Cookie_and_zones_that_are_left_out_are_unknown()
    {
        var group = await Told(Pair("stickiness.type", "app_cookie") + Pair("stickiness.app_cookie.cookie_name", ""));

        Assert.Contains("cookie_name", group.StickinessCookie.Gap!.Detail, StringComparison.Ordinal);
        Assert.Contains("cross_zone", group.CrossZone.Gap!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Protocol>GENEVE</Protocol><TargetType>instance</TargetType>", true)]
    [InlineData("<TargetType>lambda</TargetType>", true)]
    [InlineData("<Protocol>TCP</Protocol><TargetType>instance</TargetType>", false)]
    public async Task Only_some_types_have_nothing_to_say_of_zones(string type, bool isNone)
    {
        await using var aws = Group(type).Answer(Attributes, Query("DescribeTargetGroupAttributes", $"<Attributes>{Pair("stickiness.enabled", "false")}</Attributes>"));

        var zones = (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Ssh).CrossZone;

        Assert.Equal(isNone, zones.Gap is null && zones.Value is null);
    }

    [Theory]
    [InlineData("<HealthCheckProtocol>HTTP</HealthCheckProtocol><Matcher><HttpCode>200-399</HttpCode></Matcher>", "200-399")]
    [InlineData("<HealthCheckProtocol>HTTPS</HealthCheckProtocol><Matcher><GrpcCode>12</GrpcCode></Matcher>", "12")]
    [InlineData("<HealthCheckProtocol>TCP</HealthCheckProtocol>", null)]
    public async Task Codes_of_the_health_check(string check, string? codes)
    {
        await using var aws = Group($"<Protocol>TCP</Protocol><Port>22</Port><TargetType>instance</TargetType>{check}");

        Assert.Equal(codes, (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Ssh).HealthCheckMatcher.Value);
    }

    [Theory]
    [InlineData("<HealthCheckProtocol>HTTP</HealthCheckProtocol>", "Matcher")]
    [InlineData("", "HealthCheckProtocol")]
    public async Task Codes_that_are_left_out_are_unknown(string check, string field)
    {
        await using var aws = Group($"<Protocol>HTTP</Protocol><Port>80</Port><TargetType>instance</TargetType>{check}");

        Assert.Contains(field, (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Ssh).HealthCheckMatcher.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capacity_of_a_serverless_cluster()
    {
        await using var aws = new RecordedAws("parallelcluster-everything");

        var snapshot = await RecordedScan.Run(aws);
        var cluster = snapshot.Of<Database>(Accounting);

        Assert.Equal((0.5m, 16m), (cluster.MinCapacity.Value, cluster.MaxCapacity.Value));
        Assert.All(snapshot.Observations.Where(o => o.Kind == nameof(Database)).Select(o => o.Id).Distinct().Where(id => id != Accounting), id => Assert.Null(snapshot.Of<Database>(id).MaxCapacity.Value));
    }

    private static async Task<TargetGroup> Told(string attributes)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Attributes}.pwb-workbench", Query("DescribeTargetGroupAttributes", $"<Attributes>{attributes}</Attributes>"));
        return (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Workbench);
    }

    private static RecordedAws Group(string fields) => new RecordedAws("parallelcluster-good").Answer(Groups, Query("DescribeTargetGroups",
        $"<TargetGroups><member><TargetGroupArn>{GoodScan.Ssh}</TargetGroupArn><TargetGroupName>t</TargetGroupName>{fields}</member></TargetGroups>"));

    private static string Pair(string key, string value) => $"<member><Key>{key}</Key><Value>{value}</Value></member>";

    private static string Query(string operation, string result) =>
        $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>";
}
