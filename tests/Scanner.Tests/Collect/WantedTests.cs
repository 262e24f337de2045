using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>A scan that wants some actions only makes no other call, and what the others would have said is not asked, rather than absent.</summary>
public sealed class WantedTests
{
    [Fact]
    public async Task Only_wanted_actions_are_asked_for_and_the_rest_is_not_asked()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var scan = new Scan("scanner test", TimeProvider.System) { Wanted = new HashSet<string> { "ec2:DescribeInstances", "ec2:DescribeVpcs" } };

        var snapshot = await scan.Run([aws.Target], TestContext.Current.CancellationToken);

        Assert.Equal(["ec2:DescribeInstances", "ec2:DescribeVpcs", "sts:GetCallerIdentity"], aws.Actions);
        Assert.All(snapshot.Gaps, gap => Assert.Equal(GapCause.NotAsked, gap.Cause));
        Assert.Contains(snapshot.Coverage, c => c is { Kind: nameof(Database), Action: "rds:DescribeDBInstances", Gap.Cause: GapCause.NotAsked });
        Assert.Contains(snapshot.Coverage, c => c is { Kind: nameof(ComputeInstance), Gap: null });
    }
}
