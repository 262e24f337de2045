using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

public sealed class AwsProbeTests
{
    private const string Subnets = "ec2:DescribeSubnets";

    [Fact]
    public async Task Listing_that_fails_on_its_second_page_keeps_the_first()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Subnets}.page2", "<html>try later</html>");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal(2, snapshot.Observations.Count(o => o.Kind == nameof(Subnet)));
        Assert.Equal(GapCause.Failed, Covered<Subnet>(snapshot)!.Cause);
    }

    [Fact]
    public async Task Page_token_that_comes_again_ends_the_listing_with_a_gap()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Subnets}.page2", SubnetPage("<nextToken>page2</nextToken>", ""));

        Assert.Contains("repeats a page token", Covered<Subnet>(await RecordedScan.Run(aws))!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_field_is_a_gap_that_names_it_and_never_a_default()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Subnets}.page2", SubnetPage("",
            "<item><subnetId>subnet-1</subnetId><vpcId>vpc-0a1b2c3d4e5f60718</vpcId><cidrBlock>10.20.9.0/24</cidrBlock></item>"));

        var subnet = (await RecordedScan.Run(aws)).Of<Subnet>("subnet-1");

        Assert.Equal((Subnets, GapCause.Unsupported), (subnet.MapsPublicIp.Gap.Action, subnet.MapsPublicIp.Gap.Cause));
        Assert.Contains("MapPublicIpOnLaunch", subnet.MapsPublicIp.Gap.Detail, StringComparison.Ordinal);
        Assert.Contains("AvailabilityZone", subnet.AvailabilityZone.Gap!.Detail, StringComparison.Ordinal);
        Assert.Equal("10.20.9.0/24", subnet.Cidr.Value.ToString());
    }

    [Fact]
    public async Task Item_without_an_id_leaves_the_listing_incomplete()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Subnets}.page2", SubnetPage("", "<item><vpcId>vpc-1</vpcId></item>"));

        Assert.Contains("SubnetId", Covered<Subnet>(await RecordedScan.Run(aws))!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_that_comes_on_two_pages_is_observed_once()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Subnets}.page2", SubnetPage("", "<item><subnetId>subnet-0a11aa11aa11aa111</subnetId></item>"));

        Assert.Equal(2, (await RecordedScan.Run(aws)).Observations.Count(o => o.Kind == nameof(Subnet)));
    }

    [Fact]
    public async Task Service_that_never_answers_is_a_gap_when_time_is_up()
    {
        await using var healthy = new RecordedAws("parallelcluster-good");
        await RecordedScan.Run(healthy);
        await using var aws = new RecordedAws("parallelcluster-good").With("fsx:DescribeFileSystems", Trouble.Silent);
        var (clock, others) = (new HandClock(), healthy.Requests.Count(r => r.Action != "fsx:DescribeFileSystems" && !AwsActions.Followers("fsx:DescribeFileSystems").Contains(r.Action)));

        var scanning = new Scan("scanner test", clock) { Deadline = HandClock.Never, Limits = CallLimits.None }.Run([aws.Target], TestContext.Current.CancellationToken);
        while (aws.Answered.Count < others) await Task.Delay(10, TestContext.Current.CancellationToken);
        clock.EndTime();

        // an answer that was sent just now may not have been read either
        var gap = (await scanning).Gaps.First(g => g.Action == "fsx:DescribeFileSystems");
        Assert.Equal((nameof(FileSystem), GapCause.Failed), (gap.Kind, gap.Cause));
    }

    [Fact]
    public async Task Cancelling_ends_the_scan()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("fsx:DescribeFileSystems", Trouble.Silent);
        using var user = new CancellationTokenSource();

        var scanning = new Scan("scanner test", TimeProvider.System).Run([aws.Target], user.Token);
        while (!aws.Actions.Contains("fsx:DescribeFileSystems")) await Task.Delay(10, TestContext.Current.CancellationToken);
        await user.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanning);
    }

    [Fact]
    public async Task Calls_wait_for_a_free_slot()
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5), CallLimits.None with { Overall = 2 });
        var probe = new AwsProbe(calls, "aws/1/r", "Vpc");
        var (now, most, gate) = (0, 0, new TaskCompletionSource());
        var asking = Enumerable.Range(0, 6).Select(_ => probe.Ask("ec2:DescribeVpcs", async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            if (now == 2) gate.TrySetResult();
            await gate.Task;
            Interlocked.Decrement(ref now);
            return "";
        }, TestContext.Current.CancellationToken)).ToList();

        await Task.WhenAll(asking);

        Assert.Equal((2, 6), (most, calls.Count));
        Assert.Equal(["ec2:DescribeVpcs"], calls.Actions);
    }

    [Fact]
    public async Task Fault_of_this_program_is_no_gap()
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        var probe = new AwsProbe(calls, "aws/1/r", "Vpc");

        await Assert.ThrowsAsync<InvalidOperationException>(() => probe.Ask<string>("ec2:DescribeVpcs", _ => throw new InvalidOperationException("a bug"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Account_and_region_that_two_targets_name_is_looked_at_once()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var snapshot = await new Scan("scanner test", TimeProvider.System).Run([aws.Target, aws.Target with { Name = "again" }], TestContext.Current.CancellationToken);

        Assert.Equal(snapshot.Observations.Count, snapshot.Observations.DistinctBy(o => (o.Kind, o.Id, o.Evidence.Plane, o.Evidence.Action)).Count());
        Assert.Equal(["recorded", "again"], snapshot.Header.Targets.Select(t => t.Name));
    }

    [Fact]
    public async Task Without_credentials_every_gap_is_that_one()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var target = aws.Target with { Aws = aws.Target.Aws! with { Given = null, Profile = "no-such-profile-anywhere" } };

        var snapshot = await new Scan("scanner test", TimeProvider.System).Run([target], TestContext.Current.CancellationToken);

        var gap = Assert.Single(snapshot.Gaps);
        Assert.Equal("sts:GetCallerIdentity", gap.Action);
        Assert.Contains("no-such-profile-anywhere", gap.Detail, StringComparison.Ordinal);
        Assert.Contains("aws configure list-profiles", gap.Remedy.ToString(), StringComparison.Ordinal);
        Assert.Empty(aws.Requests);
    }

    private static Gap? Covered<T>(Snapshot snapshot) => Assert.Single(snapshot.Coverage, c => c.Kind == typeof(T).Name).Gap;

    private static string SubnetPage(string token, string items) =>
        $"<DescribeSubnetsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>{token}<subnetSet>{items}</subnetSet></DescribeSubnetsResponse>";
}
