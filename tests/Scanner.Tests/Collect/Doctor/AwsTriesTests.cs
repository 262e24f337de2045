using System.Text.RegularExpressions;
using Scanner.Collect.Doctor;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Doctor;

public sealed class AwsTriesTests
{
    [Fact]
    public async Task Every_action_that_a_scan_asks_is_tried_and_no_other()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Directory.EnumerateDirectories(Repository.Path("fixtures", "aws")).Select(d => Path.GetFileName(d)!))
        {
            await using var aws = new RecordedAws(name);
            await RecordedScan.Run(name.StartsWith("eks-", StringComparison.Ordinal) ? aws.Target with { Clusters = [new EksTarget(name == "eks-small" ? "pwb" : "pwb-eks", null)] } : aws.Target);
            asked.UnionWith(aws.Actions);
        }
        // who is asking is asked of everybody, and may be asked by everybody
        Assert.Empty(asked.Except(AwsTries.All.Select(t => t.Action)).Except(["sts:GetCallerIdentity"]));
        // the recordings lack what few deployments have, such as storage virtual machines; collectors name all that they ask
        Assert.Equal(Named().Order(StringComparer.Ordinal), AwsTries.All.Select(t => t.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_try_asks_its_own_action_once_and_none_that_writes()
    {
        await using var aws = new RecordedAws("eks-small");
        await new Examination(TimeProvider.System, TimeSpan.FromMinutes(1)).Run([aws.Target with { Clusters = [new EksTarget("pwb", null)] }], TestContext.Current.CancellationToken);
        var asked = aws.Requests.Where(r => r.Action is not ("sts:GetCallerIdentity" or "cloudformation:DescribeStacks") && !r.Values.Contains("pwb")).Select(r => r.Action);
        Assert.Equal(AwsTries.All.Select(t => t.Action).Except(["cloudformation:DescribeStacks"]).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.All(aws.Actions, action => Assert.Matches(":(Describe|Get|List)", action));
    }

    [Fact]
    public async Task Denied_action_is_missing_and_no_other()
    {
        var problems = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(AwsTries.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (attempt, _) =>
        {
            await using var aws = Telling().Refuse(attempt.Action, 403, "AccessDenied");
            var scope = await Account(aws, withEks: true);
            var missing = scope.Where(Standing.Missing).Select(p => p.Action).ToList();
            if (missing is not [var one] || one != attempt.Action) problems.Add($"{attempt.Action}: {string.Join(", ", missing)}");
            var untold = scope.Where(Standing.Untold).Select(p => p.Action).ToList();
            // without the stacks it is not known where a cluster's configuration is
            if (untold.Count > (attempt.Action == "cloudformation:DescribeStacks" ? 1 : 0)) problems.Add($"{attempt.Action}: untold {string.Join(", ", untold)}");
        });
        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_trouble_claims_nothing()
    {
        await using var aws = Telling().With("rds:DescribeDBInstances", Trouble.Broken).With("fsx:DescribeVolumes", Trouble.Empty).Refuse("ec2:DescribeVpcs", 400, "InvalidParameterValue").Refuse("ssm:GetInventory", 403, "");
        var scope = await Account(aws);
        Assert.Equal(["ec2:DescribeVpcs", "fsx:DescribeVolumes", "rds:DescribeDBInstances", "ssm:GetInventory"], scope.Where(Standing.Untold).Select(p => p.Action));
        Assert.Empty(scope.Where(Standing.Missing));
    }

    [Fact]
    public async Task Stored_configuration_is_not_needed_where_there_is_no_cluster()
    {
        await using var aws = new RecordedAws("eks-good");
        var scope = await Account(aws);
        Assert.Equal(["s3:GetObjectVersion"], scope.Where(Standing.NotNeeded).Select(p => p.Action));
        Assert.DoesNotContain(scope.Permissions, p => p.Action.StartsWith("eks:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_wanted_actions_are_tried()
    {
        await using var aws = Telling();
        var examination = new Examination(TimeProvider.System, TimeSpan.FromMinutes(1)) { Wanted = new HashSet<string> { "ec2:DescribeVpcs" } };
        Assert.Equal(["ec2:DescribeVpcs"], Assert.Single(await examination.Run([aws.Target], TestContext.Current.CancellationToken)).Permissions.Select(p => p.Action));
        Assert.Equal(["ec2:DescribeVpcs", "sts:GetCallerIdentity"], aws.Actions);
    }

    /// <summary>The actions that stand in the source of the collectors and of what they share.</summary>
    /// <remarks>What a history or a function needs for itself is asked by no scan.</remarks>
    private static HashSet<string> Named() => Directory.EnumerateFiles(Repository.Path("src", "Scanner.Collect", "Aws"), "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) is not ("KeptObjects.cs" or "SecretAccess.cs"))
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"([a-z0-9]+:[A-Z][A-Za-z]+)\"")).Select(m => m.Groups[1].Value)
        .Where(a => !a.StartsWith("sts:", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    /// <summary>An account in which everything may be asked, and what the doctor asks for does not exist.</summary>
    private static RecordedAws Telling()
    {
        var aws = new RecordedAws("parallelcluster-good");
        (string Action, int Status, string Code)[] absent =
        [
            ("ec2:GetManagedPrefixListEntries", 400, "InvalidPrefixListID.NotFound"), ("elasticfilesystem:DescribeMountTargetSecurityGroups", 404, "MountTargetNotFound"),
            ("elasticfilesystem:DescribeBackupPolicy", 404, "FileSystemNotFound"), ("elasticfilesystem:DescribeMountTargets", 404, "FileSystemNotFound"),
            ("elasticloadbalancing:DescribeInstanceHealth", 400, "LoadBalancerNotFound"), ("elasticloadbalancing:DescribeListeners", 400, "LoadBalancerNotFound"),
            ("elasticloadbalancing:DescribeRules", 400, "ListenerNotFound"), ("elasticloadbalancing:DescribeTags", 400, "LoadBalancerNotFound"),
            ("elasticloadbalancing:DescribeTargetGroupAttributes", 400, "TargetGroupNotFound"), ("elasticloadbalancing:DescribeTargetHealth", 400, "TargetGroupNotFound"),
            ("rds:DescribeDBProxyTargets", 404, "DBProxyNotFoundFault"), ("route53:ListResourceRecordSets", 404, "NoSuchHostedZone"), ("ec2:DescribeImages", 400, "InvalidAMIID.NotFound"),
        ];
        aws.Answer("cloudformation:DescribeStackResource", "<DescribeStackResourceResponse><DescribeStackResourceResult/></DescribeStackResourceResponse>");
        aws.Answer("fsx:DescribeStorageVirtualMachines", "{}");
        aws.Answer("ec2:DescribeRegions", Ec2Page.Of("DescribeRegions", "regionInfo", "<item><regionName>us-east-1</regionName></item>"));
        return absent.Aggregate(aws, (a, absence) => a.Refuse(absence.Action, absence.Status, absence.Code));
    }

    private static async Task<ScopeHealth> Account(RecordedAws aws, bool withEks = false)
    {
        var target = withEks ? aws.Target with { Clusters = [new EksTarget("none", null)] } : aws.Target;
        return (await new Examination(TimeProvider.System, TimeSpan.FromMinutes(1)).Run([target], TestContext.Current.CancellationToken))[0];
    }
}
