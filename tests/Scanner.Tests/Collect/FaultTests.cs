using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>The faults that a scan survives, over a real socket and in every protocol: each is a gap with its action and cause, or is got over.</summary>
public sealed class FaultTests
{
    private const string Case = "parallelcluster-good";

    /// <summary>One action of each protocol that AWS speaks.</summary>
    private static readonly string[] s_actions =
        ["ec2:DescribeVpcs", "rds:DescribeDBInstances", "fsx:DescribeFileSystems", "elasticfilesystem:DescribeFileSystems", "route53:ListHostedZones"];

    [Theory]
    [InlineData(Trouble.Denied, GapCause.Denied, "not authorized")]
    [InlineData(Trouble.Expired, GapCause.Denied, "ExpiredToken")]
    [InlineData(Trouble.Skewed, GapCause.Denied, "RequestTimeTooSkewed")]
    [InlineData(Trouble.Broken, GapCause.Failed, "InternalFailure")]
    [InlineData(Trouble.Unavailable, GapCause.Failed, "ServiceUnavailable")]
    [InlineData(Trouble.Cut, GapCause.Failed, "")]
    [InlineData(Trouble.Reset, GapCause.Failed, "")]
    [InlineData(Trouble.Silent, GapCause.Failed, "no answer in time")]
    [InlineData(Trouble.Dripping, GapCause.Failed, "no answer in time")]
    [InlineData(Trouble.Endless, GapCause.Failed, "larger than 64 MB")]
    [InlineData(Trouble.Empty, GapCause.Failed, "the answer cannot be read")]
    [InlineData(Trouble.Malformed, GapCause.Failed, "the answer cannot be read")]
    [InlineData(Trouble.Bomb, GapCause.Failed, "the answer cannot be read")]
    [InlineData(Trouble.LogIn, GapCause.Failed, "the answer cannot be read")]
    [InlineData(Trouble.Foreign, GapCause.Failed, "the answer cannot be read")]
    [InlineData(Trouble.Moved, GapCause.Failed, "HTTP 301")]
    [InlineData(Trouble.Found, GapCause.Failed, "HTTP 302")]
    [InlineData(Trouble.Redirected, GapCause.Failed, "HTTP 307")]
    public async Task Is_a_gap_that_says_so_and_never_an_answer(Trouble trouble, GapCause cause, string detail)
    {
        var problems = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(s_actions, async (action, stop) =>
        {
            var scan = await Ask(action, trouble, stop);
            var gap = scan.Coverage.Where(c => c.Action == action).Select(c => c.Gap).FirstOrDefault(g => g is not null);
            if (gap is null) problems.Add($"{action}: no gap");
            else if (gap.Action != action || gap.Cause != cause || !gap.MakesIncomplete || !gap.Detail.Contains(detail, StringComparison.Ordinal)) problems.Add($"{action}: {gap} {gap.Detail}");
            if (scan.Observations.Any(o => o.Evidence.Action == action)) problems.Add($"{action}: something was seen");
        });

        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Trouble.BrokenOnce)]
    [InlineData(Trouble.UnavailableOnce)]
    [InlineData(Trouble.SkewedOnce)]
    [InlineData(Trouble.ThrottledAtFirst)]
    public async Task Is_got_over(Trouble trouble)
    {
        await Parallel.ForEachAsync(s_actions, TestContext.Current.CancellationToken, async (action, stop) =>
        {
            var sound = await Ask(action, null, stop);
            var hindered = await Ask(action, trouble, stop);
            Assert.True(sound.Facts().SequenceEqual(hindered.Facts()), action);
            Assert.DoesNotContain(hindered.Gaps, g => g.MakesIncomplete);
        });
    }

    [Fact]
    public async Task Burst_of_throttling_over_several_services_is_got_over()
    {
        await using var sound = new RecordedAws(Case);
        await using var aws = new RecordedAws(Case);
        foreach (var action in (string[])[.. s_actions, "ec2:DescribeSubnets", "ec2:DescribeInstances", "ec2:DescribeSecurityGroups", "elasticloadbalancing:DescribeTargetGroups"]) aws.With(action, Trouble.ThrottledAtFirst);

        var snapshot = await new Scan("scanner test", new HandClock()) { Deadline = HandClock.Never }.Run([aws.Target], TestContext.Current.CancellationToken);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal((await RecordedScan.Run(sound)).Facts(), snapshot.Facts());
    }

    [Fact]
    public async Task Body_without_an_end_is_left_soon_after_the_limit()
    {
        await using var aws = new RecordedAws(Case).With("ec2:DescribeVpcs", Trouble.Endless);

        await Ask(aws, "ec2:DescribeVpcs", TestContext.Current.CancellationToken);

        // the SDK asks twice; what lies in sockets' buffers counts as taken
        Assert.InRange(aws.Sent, BoundedAnswers.Largest - (1024 * 1024), 2 * (BoundedAnswers.Largest + (32 * 1024 * 1024)));
    }

    [Theory]
    [InlineData(Trouble.Moved)]
    [InlineData(Trouble.Found)]
    [InlineData(Trouble.Redirected)]
    public async Task Redirect_is_not_followed(Trouble trouble)
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        await using var aws = new RecordedAws(Case) { Elsewhere = new($"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/") };
        foreach (var action in s_actions.Append("s3:GetObjectVersion")) aws.With(action, trouble);

        await RecordedScan.Run(aws);

        Assert.False(elsewhere.Pending());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public async Task Token_that_expires_on_the_way_leaves_what_was_seen_before(int after)
    {
        await using var sound = new RecordedAws(Case);
        var facts = (await RecordedScan.Run(sound)).Facts().ToHashSet(StringComparer.Ordinal);
        await using var aws = new RecordedAws(Case) { ExpiresAfter = after };

        var snapshot = await RecordedScan.Run(aws);

        Assert.NotEmpty(snapshot.Gaps);
        Assert.All(snapshot.Gaps, g => Assert.Equal((GapCause.Denied, RemedyKind.Retry), (g.Cause, g.Remedy.Kind)));
        Assert.All(snapshot.Gaps, g => Assert.Contains("ExpiredToken", g.Detail, StringComparison.Ordinal));
        Assert.All(snapshot.Facts().Where(f => !f.Contains("= ? ", StringComparison.Ordinal)), f => Assert.Contains(f, facts));
        Assert.Equal(after > 1, snapshot.Observations.Count > 0);
    }

    [Theory]
    [InlineData("ec2:DescribeVpcs", """<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><nextToken>t</nextToken><vpcSet/></DescribeVpcsResponse>""")]
    [InlineData("rds:DescribeDBInstances", "<DescribeDBInstancesResponse><DescribeDBInstancesResult><Marker>t</Marker><DBInstances/></DescribeDBInstancesResult></DescribeDBInstancesResponse>")]
    [InlineData("elasticloadbalancing:DescribeTargetGroups", "<DescribeTargetGroupsResponse><DescribeTargetGroupsResult><NextMarker>t</NextMarker><TargetGroups/></DescribeTargetGroupsResult></DescribeTargetGroupsResponse>")]
    [InlineData("autoscaling:DescribeAutoScalingGroups", "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><NextToken>t</NextToken><AutoScalingGroups/></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>")]
    [InlineData("elasticfilesystem:DescribeFileSystems", """{"FileSystems":[],"NextMarker":"t"}""")]
    [InlineData("fsx:DescribeFileSystems", """{"FileSystems":[],"NextToken":"t"}""")]
    [InlineData("route53:ListHostedZones", "<ListHostedZonesResponse><HostedZones/><IsTruncated>true</IsTruncated><NextMarker>t</NextMarker><MaxItems>100</MaxItems></ListHostedZonesResponse>")]
    public async Task Page_token_that_comes_again_ends_the_listing(string action, string page)
    {
        await using var aws = new RecordedAws(Case).Answer(action, page);

        var snapshot = await Ask(aws, action, TestContext.Current.CancellationToken);

        Assert.Contains(snapshot.Gaps, g => g.Action == action && g.Cause is GapCause.Failed && g.Detail.Contains("repeats a page token", StringComparison.Ordinal));
        Assert.Equal(2, aws.Requests.Count(r => r.Action == action));
    }

    [Fact]
    public async Task Page_token_of_EKS_that_comes_again_ends_the_listing()
    {
        await using var aws = new RecordedAws(Case).Answer("eks:ListClusters", """{"clusters":["a"],"nextToken":"t"}""");
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await new AwsEntrance(aws.Target.Aws!, new(aws.Target.Aws!.Source), calls).Enter("us-east-1", TestContext.Current.CancellationToken);

        var clusters = await scope.Shared.EksClusters(TestContext.Current.CancellationToken);

        Assert.Contains("repeats a page token", clusters.Gap!.Detail, StringComparison.Ordinal);
        Assert.Equal("a", Assert.Single(clusters.Items).Value);
    }

    private static async Task<Snapshot> Ask(string action, Trouble? trouble, CancellationToken stop)
    {
        await using var aws = new RecordedAws(Case) { Elsewhere = new("http://127.0.0.1:1/") };
        return await Ask(trouble is { } some ? aws.With(action, some) : aws, action, stop);
    }

    /// <summary>Asks for that action only; where it hangs, for two seconds.</summary>
    private static Task<Snapshot> Ask(RecordedAws aws, string action, CancellationToken stop)
    {
        var limits = CallLimits.None with { LongestCall = aws.IsInTrouble(action, Trouble.Silent, Trouble.Dripping) ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(1) };
        var clock = aws.IsInTrouble(action, Trouble.ThrottledAtFirst) ? new HandClock() : TimeProvider.System;
        return new Scan("scanner test", clock) { Limits = limits, Deadline = HandClock.Never, Wanted = new HashSet<string> { action } }.Run([aws.Target], stop);
    }
}
