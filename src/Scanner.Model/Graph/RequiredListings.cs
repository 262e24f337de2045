namespace Scanner.Model;

/// <summary>The listing calls that must all have answered before a kind counts as listed in an AWS scope.</summary>
/// <remarks>A snapshot of an earlier version may lack one: what only that call lists was then not asked for.</remarks>
internal static class RequiredListings
{
    private static readonly Dictionary<string, string[]> s_actions = new(StringComparer.Ordinal)
    {
        [nameof(Cluster)] = ["cloudformation:DescribeStacks", "ec2:DescribeInstances"],
        [nameof(Database)] = ["rds:DescribeDBClusters", "rds:DescribeDBInstances", "rds:DescribeDBProxies"],
        [nameof(DnsRecord)] = ["route53:ListHostedZones", "route53:ListResourceRecordSets"],
        [nameof(FileSystem)] = ["elasticfilesystem:DescribeFileSystems", "fsx:DescribeFileCaches", "fsx:DescribeFileSystems"],
        [nameof(NodeGroup)] = ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions"],
        [nameof(TargetGroup)] = ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups"],
    };

    /// <summary>The first call that is missing among those made; null where none is.</summary>
    public static Gap? Missing(string kind, string scope, IReadOnlyCollection<string> made)
    {
        if (!scope.StartsWith("aws/", StringComparison.Ordinal) || !s_actions.TryGetValue(kind, out var required)) return null;
        return required.FirstOrDefault(r => !made.Contains(r)) is { } action
            ? new Gap(scope, kind, action, GapCause.NotAsked, $"the scan did not list every {kind}: it lacks {action}", new(RemedyKind.Flag, "scan again with this version"))
            : null;
    }
}
