using Scanner.Model.Snapshots;

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
        [nameof(MachineImage)] = ["ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions"],
        [nameof(PrefixList)] = ["ec2:DescribeManagedPrefixLists", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups"],
        [nameof(StorageVolume)] = ["ec2:DescribeInstances", "ec2:DescribeVolumes", "fsx:DescribeVolumes"],
        [nameof(TargetGroup)] = ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups"],
    };

    /// <summary>What only a scan that concerns EKS asks, beside the above.</summary>
    private static readonly Dictionary<string, string[]> s_eks = new(StringComparer.Ordinal)
    {
        [nameof(Addon)] = ["eks:ListAddons", "eks:ListClusters"],
        [nameof(Cluster)] = ["eks:ListClusters"],
        [nameof(NodeGroup)] = ["eks:ListClusters", "eks:ListFargateProfiles", "eks:ListNodegroups"],
    };

    /// <summary>The first call that is missing among those made; null where none is.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="made">The listing calls of that kind that were made there.</param>
    /// <param name="concernsEks">Whether EKS was asked for anything there, or whoever wants to know looks at a Kubernetes cluster too.</param>
    public static Gap? Missing(string kind, string scope, IReadOnlyCollection<string> made, bool concernsEks)
    {
        if (!ScopeName.IsAws(scope) || ScopeName.IsDeclared(scope)) return null;
        if (First(s_actions, kind, made) is { } action) return Lacks(action, "scan again with this version");
        return concernsEks && First(s_eks, kind, made) is { } eks ? Lacks(eks, "scan the account and the cluster together (--aws-region with --eks or --kube-context)") : null;

        Gap Lacks(string lacking, string remedy) =>
            new(scope, kind, lacking, GapCause.NotAsked, $"the scan did not list every {kind}: it lacks {lacking}", new(RemedyKind.Flag, remedy));
    }

    private static string? First(Dictionary<string, string[]> required, string kind, IReadOnlyCollection<string> made) =>
        required.TryGetValue(kind, out var actions) ? actions.FirstOrDefault(a => !made.Contains(a)) : null;
}
