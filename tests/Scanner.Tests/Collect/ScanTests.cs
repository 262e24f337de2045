using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

public sealed class ScanTests
{
    [Theory]
    [InlineData("parallelcluster-good")]
    [InlineData("parallelcluster-drifted")]
    [InlineData("parallelcluster-old")]
    public async Task Recorded_deployment_leaves_no_gap(string name)
    {
        await using var aws = new RecordedAws(name);

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal(["aws/123456789012/us-east-1"], snapshot.Header.Targets[0].Scopes);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/ReadOnly/scanner", snapshot.Header.Targets[0].Identity);
        Assert.Equal(aws.Requests.Count, snapshot.Header.Calls);
        Assert.InRange(aws.Requests.Count, 20, 63); // three of them for the EFS of the cluster's own directories
    }

    [Fact]
    public async Task Environment_of_2000_users_takes_no_more_than_150_calls()
    {
        await using var aws = LargeEnvironment.Start();

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal((260, 40, 30, 100), (Count<ComputeInstance>(snapshot), Count<TargetGroup>(snapshot), Count<FileSystem>(snapshot), Count<SecurityGroup>(snapshot)));
        Assert.InRange(Count<Database>(snapshot), 20, 30);
        Assert.DoesNotContain(snapshot.Gaps, g => g.MakesIncomplete);
        TestContext.Current.TestOutputHelper?.WriteLine($"{aws.Requests.Count} calls");
        Assert.True(aws.Requests.Count <= 150, string.Join(' ', aws.Requests.CountBy(r => r.Action).Where(c => c.Value > 1).OrderByDescending(c => c.Value)));
    }

    private static int Count<T>(Snapshot snapshot) => snapshot.Observations.Where(o => o.Kind == typeof(T).Name).DistinctBy(o => o.Id).Count();

    [Fact]
    public async Task Snapshot_can_be_written_and_read_back()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var snapshot = await RecordedScan.Run(aws);

        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(snapshot.Text()));

        Assert.Equal(snapshot.Facts(), SnapshotReader.Read(file, "good.jsonl").Facts());
    }
}
