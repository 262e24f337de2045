using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>What an instance is made of and how it fares, and which processes of its group are suspended.</summary>
public sealed class InstanceDetailTests
{
    private const string Login = "i-0bbb0000000000001", Types = "ec2:DescribeInstanceTypes", Status = "ec2:DescribeInstanceStatus";

    [Fact]
    public async Task Instance_has_the_size_of_its_type_and_its_own_checks()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var snapshot = await RecordedScan.Run(aws);
        var node = snapshot.Of<ComputeInstance>(Login);

        Assert.Equal((16, 65536L, "ok", "ok"), (node.VCpus.Value, node.MemoryMiB.Value, node.SystemStatus.Value, node.InstanceStatus.Value));
        Assert.True(node.IsWindows.IsFalse && node.IsSpot.IsFalse);
        Assert.Equal([Status, Types, "ec2:DescribeInstances", "ssm:GetInventory"], snapshot.Observations.Where(o => o.Id == Login).Select(o => o.Evidence.Action).Order(StringComparer.Ordinal));
        Assert.Single(snapshot.Observations.Where(o => o.Id == Login).Select(o => o.Key).Distinct());
        Assert.Single(aws.Requests, r => r.Action == Types);
        Assert.Single(aws.Requests, r => r.Action == "ec2:DescribeInstances");
    }

    [Fact]
    public async Task Spot_and_windows_are_told_by_the_instance()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeInstances", Instances(
            "<item><instanceId>i-1</instanceId><platform>windows</platform><instanceLifecycle>spot</instanceLifecycle></item>",
            "<item><instanceId>i-2</instanceId><instanceLifecycle>scheduled</instanceLifecycle></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (one, other) = (snapshot.Of<ComputeInstance>("i-1"), snapshot.Of<ComputeInstance>("i-2"));

        Assert.True(one.IsWindows.IsTrue && one.IsSpot.IsTrue && other.IsWindows.IsFalse && other.IsSpot.IsFalse);
    }

    [Fact]
    public async Task Types_of_all_pages_count_and_one_that_is_not_listed_is_a_gap()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Types, TypePage("<item><instanceType>m6i.2xlarge</instanceType><vCpuInfo><defaultVCpus>8</defaultVCpus></vCpuInfo></item>", "types-2"))
            .Answer($"{Types}.types-2", TypePage("<item><instanceType>m6i.4xlarge</instanceType><vCpuInfo><defaultVCpus>16</defaultVCpus></vCpuInfo><memoryInfo><sizeInMiB>65536</sizeInMiB></memoryInfo></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (head, login, compute) = (snapshot.Of<ComputeInstance>("i-0aaa0000000000001"), snapshot.Of<ComputeInstance>(Login), snapshot.Of<ComputeInstance>("i-0ccc0000000000001"));

        Assert.Equal((8, 16, 65536L), (head.VCpus.Value, login.VCpus.Value, login.MemoryMiB.Value));
        Assert.Contains("MemoryInfo.SizeInMiB", head.MemoryMiB.Gap!.Detail, StringComparison.Ordinal);
        Assert.Contains("InstanceType c6i.4xlarge", compute.VCpus.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_are_asked_for_a_hundred_at_a_time()
    {
        var many = Enumerable.Range(0, 101).Select(i => $"<item><instanceId>i-{i:d3}</instanceId><instanceType>x{i:d3}.large</instanceType></item>");
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeInstances", Instances([.. many])).Answer(Types, TypePage(""));

        await RecordedScan.Run(aws);

        Assert.Equal([1, 100], aws.Requests.Where(r => r.Action == Types).Select(r => r.Values.Count(v => v.EndsWith(".large", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public async Task Only_one_that_does_not_run_may_lack_checks()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("ec2:DescribeInstances", Instances(Instance("i-1", "running"), Instance("i-2", "stopped"), Instance("i-3", "running"), Instance("i-4", "running")))
            .Answer(Status, StatusPage("<item><instanceId>i-1</instanceId><systemStatus><status>impaired</status></systemStatus></item>", "status-2"))
            .Answer($"{Status}.status-2", StatusPage("<item><instanceId>i-4</instanceId><systemStatus><status>ok</status></systemStatus><instanceStatus><status>initializing</status></instanceStatus></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (partly, stopped, missing, starting) = (snapshot.Of<ComputeInstance>("i-1"), snapshot.Of<ComputeInstance>("i-2"), snapshot.Of<ComputeInstance>("i-3"), snapshot.Of<ComputeInstance>("i-4"));

        Assert.Equal(("impaired", "initializing"), (partly.SystemStatus.Value, starting.InstanceStatus.Value));
        Assert.Equal((null, null), (stopped.SystemStatus.Value, stopped.InstanceStatus.Value));
        Assert.All([partly.InstanceStatus.Gap, missing.InstanceStatus.Gap, missing.SystemStatus.Gap], g => Assert.Equal((Status, GapCause.Unsupported), (g!.Action, g.Cause)));
    }

    [Theory]
    [InlineData(Types)]
    [InlineData(Status)]
    public async Task Refusal_is_a_gap_of_just_what_rests_on_it(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.Denied);

        var node = (await RecordedScan.Run(aws)).Of<ComputeInstance>(Login);
        Gap?[] gaps = [node.VCpus.Gap, node.MemoryMiB.Gap, node.SystemStatus.Gap, node.InstanceStatus.Gap];

        Assert.Equal(action == Types ? [true, true, false, false] : [false, false, true, true], gaps.Select(g => g is not null));
        Assert.All(gaps.OfType<Gap>(), g => Assert.Equal($"allow {action}", g.Remedy.ToString()));
        Assert.Equal("running", node.State.Value);
    }

    [Fact]
    public async Task Suspended_processes_are_those_of_the_group()
    {
        var recorded = await File.ReadAllTextAsync(Repository.Path("fixtures", "aws", "parallelcluster-good", "autoscaling.DescribeAutoScalingGroups.xml"), TestContext.Current.CancellationToken);
        await using var healthy = new RecordedAws("parallelcluster-good");
        await using var suspended = Suspending("<member><ProcessName>Terminate</ProcessName></member><member><ProcessName>ReplaceUnhealthy</ProcessName></member>");
        await using var nameless = Suspending("<member><SuspensionReason>x</SuspensionReason></member>");

        Assert.Empty(Of(await RecordedScan.Run(healthy)).SuspendedProcesses.Value);
        Assert.Equal(["ReplaceUnhealthy", "Terminate"], Of(await RecordedScan.Run(suspended)).SuspendedProcesses.Value);
        Assert.Contains("ProcessName", Of(await RecordedScan.Run(nameless)).SuspendedProcesses.Gap!.Detail, StringComparison.Ordinal);

        RecordedAws Suspending(string processes) => new RecordedAws("parallelcluster-good").Answer("autoscaling:DescribeAutoScalingGroups",
            recorded.Replace("<SuspendedProcesses/>", $"<SuspendedProcesses>{processes}</SuspendedProcesses>", StringComparison.Ordinal));
        static NodeGroup Of(Snapshot snapshot) => snapshot.Of<NodeGroup>($"{GoodScan.Cluster}/login/login");
    }

    private static string Instance(string id, string state) => $"<item><instanceId>{id}</instanceId><instanceState><name>{state}</name></instanceState></item>";

    private static string Instances(params string[] items) =>
        Ec2Page.Of("DescribeInstances", "reservationSet", $"<item><reservationId>r-1</reservationId><instancesSet>{string.Concat(items)}</instancesSet></item>");

    private static string TypePage(string items, string? next = null) => Ec2Page.Of("DescribeInstanceTypes", "instanceTypeSet", items, next);

    private static string StatusPage(string items, string? next = null) => Ec2Page.Of("DescribeInstanceStatus", "instanceStatusSet", items, next);
}
