using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>What the recorded deployment has none of: classic load balancers, proxies, weighted rules.</summary>
public sealed class LessCommonAnswersTests
{
    private const string Classic = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/old";

    [Fact]
    public async Task Classic_load_balancer_has_a_target_group_for_each_listener()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("elasticloadbalancing:DescribeLoadBalancers.2012-06-01", Query("DescribeLoadBalancers", """
                <LoadBalancerDescriptions><member><LoadBalancerName>old</LoadBalancerName><DNSName>old-1.us-east-1.elb.amazonaws.com</DNSName>
                <ListenerDescriptions>
                  <member><Listener><Protocol>HTTPS</Protocol><LoadBalancerPort>443</LoadBalancerPort><InstanceProtocol>HTTP</InstanceProtocol><InstancePort>8787</InstancePort></Listener><PolicyNames><member>sticky</member></PolicyNames></member>
                  <member><Listener><Protocol>TCP</Protocol><LoadBalancerPort>22</LoadBalancerPort><InstanceProtocol>TCP</InstanceProtocol><InstancePort>22</InstancePort></Listener><PolicyNames/></member>
                </ListenerDescriptions>
                <Policies><AppCookieStickinessPolicies/><LBCookieStickinessPolicies><member><PolicyName>sticky</PolicyName><CookieExpirationPeriod>3600</CookieExpirationPeriod></member></LBCookieStickinessPolicies><OtherPolicies/></Policies>
                <AvailabilityZones><member>us-east-1a</member></AvailabilityZones><Subnets><member>subnet-0a11aa11aa11aa111</member></Subnets><VPCId>vpc-0a1b2c3d4e5f60718</VPCId>
                <Instances><member><InstanceId>i-0bbb0000000000001</InstanceId></member></Instances>
                <HealthCheck><Target>HTTP:8787/health-check</Target><Interval>30</Interval></HealthCheck>
                <SecurityGroups><member>sg-616c6200000000001</member></SecurityGroups><Scheme>internal</Scheme></member></LoadBalancerDescriptions>
                """))
            .Answer("elasticloadbalancing:DescribeInstanceHealth", Query("DescribeInstanceHealth",
                "<InstanceStates><member><InstanceId>i-0bbb0000000000001</InstanceId><State>InService</State><ReasonCode>N/A</ReasonCode></member></InstanceStates>"))
            .Answer("elasticloadbalancing:DescribeTags.2012-06-01", Query("DescribeTags",
                "<TagDescriptions><member><LoadBalancerName>old</LoadBalancerName><Tags><member><Key>team</Key><Value>hpc</Value></member></Tags></member></TagDescriptions>"));

        var snapshot = await RecordedScan.Run(aws);
        var (balancer, web, ssh) = (snapshot.Of<LoadBalancer>(Classic), snapshot.Of<TargetGroup>($"{Classic}/target/443"), snapshot.Of<TargetGroup>($"{Classic}/target/22"));

        Assert.Empty(snapshot.Gaps);
        Assert.Equal((LoadBalancerType.Classic, "loadbalancer/old", "hpc"), (balancer.Type.Value, balancer.Key, balancer.Tags.Value["team"]));
        Assert.Equal(new($"{Classic}/target/443"), balancer.Listeners.Value[0].Forwards[0].TargetGroup);
        Assert.True(web.IsStickinessEnabled.IsTrue && ssh.IsStickinessEnabled.IsFalse);
        Assert.Equal(("lb_cookie", 3600), (web.StickinessType.Value, web.StickinessSeconds.Value));
        Assert.Equal(("HTTP", "8787", "/health-check"), (web.HealthCheckProtocol.Value, web.HealthCheckPort.Value, web.HealthCheckPath.Value));
        Assert.Equal(new Target("i-0bbb0000000000001", 8787, "healthy", null), Assert.Single(web.Targets.Value));
    }

    [Fact]
    public async Task Proxy_stands_in_front_of_the_cluster_and_not_of_its_members()
    {
        await using var aws = Proxied();

        var proxy = (await RecordedScan.Run(aws)).Of<Database>("arn:aws:rds:us-east-1:123456789012:db-proxy:prx-1");

        Assert.Equal((DatabaseForm.Proxy, DatabaseEngine.MySql, 3306), (proxy.Form.Value, proxy.Engine.Value, proxy.Port.Value));
        Assert.Equal("arn:aws:rds:us-east-1:123456789012:cluster:pwb-accounting", Assert.Single(proxy.Fronts.Value).Id);
    }

    [Fact]
    public async Task Proxy_whose_targets_are_refused_does_not_front_nothing()
    {
        await using var aws = Proxied().With("rds:DescribeDBProxyTargets", Trouble.Denied);

        var proxy = (await RecordedScan.Run(aws)).Of<Database>("arn:aws:rds:us-east-1:123456789012:db-proxy:prx-1");

        Assert.Equal("allow rds:DescribeDBProxyTargets", proxy.Fronts.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Rule_with_weights_and_conditions()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("elasticloadbalancing:DescribeRules.f2f7dc8efc522ab2", Query("DescribeRules", $"""
            <Rules><member><RuleArn>arn:r1</RuleArn><Priority>1</Priority><IsDefault>false</IsDefault>
            <Conditions><member><Field>host-header</Field><HostHeaderConfig><Values><member>pwb.example.com</member></Values></HostHeaderConfig></member>
            <member><Field>path-pattern</Field><Values><member>/s/*</member></Values><PathPatternConfig><Values><member>/s/*</member></Values></PathPatternConfig></member></Conditions>
            <Actions><member><Type>forward</Type><ForwardConfig><TargetGroups><member><TargetGroupArn>{GoodScan.Workbench}</TargetGroupArn><Weight>90</Weight></member>
            <member><TargetGroupArn>{GoodScan.Ssh}</TargetGroupArn><Weight>0</Weight></member></TargetGroups><TargetGroupStickinessConfig><Enabled>true</Enabled></TargetGroupStickinessConfig></ForwardConfig></member></Actions></member></Rules>
            """));

        var rule = (await RecordedScan.Run(aws)).Of<LoadBalancer>(GoodScan.Alb).ListenerRules.Value[0];

        Assert.Equal((false, "pwb.example.com", "/s/*"), (rule.IsDefault, rule.Hosts.ToString(), rule.Paths.ToString()));
        Assert.Equal([new(new(GoodScan.Workbench), 90, true), new(new(GoodScan.Ssh), 0, true)], rule.Forwards);
    }

    [Fact]
    public async Task Stickiness_that_the_answer_leaves_out_is_unknown()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("elasticloadbalancing:DescribeTargetGroupAttributes.pwb-workbench", Query("DescribeTargetGroupAttributes",
            "<Attributes><member><Key>stickiness.type</Key><Value>lb_cookie</Value></member></Attributes>"));

        var group = (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Workbench);

        Assert.True(group.IsStickinessEnabled.IsUnknown);
        Assert.Contains("stickiness.enabled", group.IsStickinessEnabled.Gap.Detail, StringComparison.Ordinal);
        Assert.Contains("duration_seconds", group.StickinessSeconds.Gap!.Detail, StringComparison.Ordinal);
    }

    private static RecordedAws Proxied() => new RecordedAws("parallelcluster-good")
        .Answer("rds:DescribeDBProxies", Query("DescribeDBProxies", """
            <DBProxies><member><DBProxyName>accounting</DBProxyName><DBProxyArn>arn:aws:rds:us-east-1:123456789012:db-proxy:prx-1</DBProxyArn><Status>available</Status>
            <EngineFamily>MYSQL</EngineFamily><VpcId>vpc-0a1b2c3d4e5f60718</VpcId><VpcSubnetIds><member>subnet-0c33cc33cc33cc333</member></VpcSubnetIds>
            <VpcSecurityGroupIds><member>sg-6d790000000000001</member></VpcSecurityGroupIds><Endpoint>accounting.proxy-1.us-east-1.rds.amazonaws.com</Endpoint></member></DBProxies>
            """))
        .Answer("rds:DescribeDBProxyTargets", Query("DescribeDBProxyTargets", """
            <Targets><member><TrackedClusterId>pwb-accounting</TrackedClusterId><RdsResourceId>pwb-accounting</RdsResourceId><Type>TRACKED_CLUSTER</Type></member>
            <member><TrackedClusterId>pwb-accounting</TrackedClusterId><RdsResourceId>pwb-accounting-1</RdsResourceId><Type>RDS_INSTANCE</Type></member></Targets>
            """));

    private static string Query(string operation, string result) =>
        $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>";
}
