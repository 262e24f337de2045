namespace Scanner.Collect.Aws;

/// <summary>Every IAM action that collectors ask, and the ones that must have answered before: only they name what to ask about.</summary>
public static class AwsActions
{
    private static readonly SortedDictionary<string, string[]> s_restOn = new(StringComparer.Ordinal)
    {
        ["autoscaling:DescribeAutoScalingGroups"] = [],
        ["cloudformation:DescribeStackResource"] = ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions"],
        ["cloudformation:DescribeStacks"] = [],
        ["ds:DescribeDirectories"] = [],
        ["ec2:DescribeImages"] = ["ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions"],
        ["ec2:DescribeInstanceStatus"] = ["ec2:DescribeInstances"],
        ["ec2:DescribeInstanceTypes"] = ["ec2:DescribeInstances"],
        ["ec2:DescribeInstances"] = [],
        ["ec2:DescribeLaunchTemplateVersions"] = ["autoscaling:DescribeAutoScalingGroups"],
        ["ec2:DescribeManagedPrefixLists"] = ["ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups"],
        ["ec2:DescribeNetworkAcls"] = [],
        ["ec2:DescribeNetworkInterfaces"] = [],
        ["ec2:DescribeRegions"] = [], // where no region is named
        ["ec2:DescribeRouteTables"] = [],
        ["ec2:DescribeSecurityGroups"] = [],
        ["ec2:DescribeSubnets"] = [],
        ["ec2:DescribeVolumes"] = ["ec2:DescribeInstances"],
        ["ec2:DescribeVpcAttribute"] = ["ec2:DescribeInstances", "ec2:DescribeVpcs"],
        ["ec2:DescribeVpcPeeringConnections"] = [],
        ["ec2:DescribeVpcs"] = [],
        ["ec2:GetManagedPrefixListEntries"] = ["ec2:DescribeManagedPrefixLists"],
        ["eks:DescribeAddon"] = ["eks:ListAddons"],
        ["eks:DescribeCluster"] = [], // of the clusters that a scan names; of others, where they may be listed
        ["eks:DescribeClusterVersions"] = ["eks:DescribeCluster"],
        ["eks:DescribeFargateProfile"] = ["eks:ListFargateProfiles"],
        ["eks:DescribeNodegroup"] = ["eks:ListNodegroups"],
        ["eks:ListAddons"] = ["eks:ListClusters"],
        ["eks:ListClusters"] = [],
        ["eks:ListFargateProfiles"] = ["eks:ListClusters"],
        ["eks:ListNodegroups"] = ["eks:ListClusters"],
        ["elasticfilesystem:DescribeAccessPoints"] = [],
        ["elasticfilesystem:DescribeBackupPolicy"] = ["elasticfilesystem:DescribeFileSystems"],
        ["elasticfilesystem:DescribeFileSystems"] = [],
        ["elasticfilesystem:DescribeMountTargetSecurityGroups"] = ["elasticfilesystem:DescribeMountTargets"],
        ["elasticfilesystem:DescribeMountTargets"] = ["elasticfilesystem:DescribeFileSystems"],
        ["elasticloadbalancing:DescribeInstanceHealth"] = ["elasticloadbalancing:DescribeLoadBalancers"],
        ["elasticloadbalancing:DescribeListeners"] = ["elasticloadbalancing:DescribeLoadBalancers"],
        ["elasticloadbalancing:DescribeLoadBalancers"] = [],
        ["elasticloadbalancing:DescribeRules"] = ["elasticloadbalancing:DescribeListeners"],
        ["elasticloadbalancing:DescribeTags"] = ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups"],
        ["elasticloadbalancing:DescribeTargetGroupAttributes"] = ["elasticloadbalancing:DescribeTargetGroups"],
        ["elasticloadbalancing:DescribeTargetGroups"] = [],
        ["elasticloadbalancing:DescribeTargetHealth"] = ["elasticloadbalancing:DescribeTargetGroups"],
        ["fsx:DescribeBackups"] = ["fsx:DescribeFileSystems"],
        ["fsx:DescribeDataRepositoryAssociations"] = ["fsx:DescribeFileCaches", "fsx:DescribeFileSystems"],
        ["fsx:DescribeFileCaches"] = [],
        ["fsx:DescribeFileSystems"] = [],
        ["fsx:DescribeStorageVirtualMachines"] = ["fsx:DescribeFileSystems"],
        ["fsx:DescribeVolumes"] = [],
        ["rds:DescribeDBClusters"] = [],
        ["rds:DescribeDBInstances"] = ["rds:DescribeDBClusters"], // a cluster's members are where it is
        ["rds:DescribeDBProxies"] = [],
        ["rds:DescribeDBProxyTargets"] = ["rds:DescribeDBProxies"],
        ["rds:DescribeDBSubnetGroups"] = ["rds:DescribeDBClusters"],
        ["route53:ListHostedZones"] = [],
        ["route53:ListResourceRecordSets"] = ["route53:ListHostedZones"],
        ["s3:GetObjectVersion"] = ["cloudformation:DescribeStacks"],
        ["ssm:GetInventory"] = ["ec2:DescribeInstances"],
        ["sts:GetCallerIdentity"] = [],
    };

    /// <summary>All of them, sorted.</summary>
    public static IReadOnlyCollection<string> All => s_restOn.Keys;

    /// <summary>The actions with all that must have answered before them; those that are none of AWS's as they are.</summary>
    public static IReadOnlySet<string> WithPrerequisites(IEnumerable<string> actions)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(actions);
        while (open.TryPop(out var action))
            if (all.Add(action) && s_restOn.TryGetValue(action, out var before))
                foreach (var earlier in before) open.Push(earlier);
        return all;
    }

    /// <summary>What can be asked, or asked in full, only after the action answered.</summary>
    internal static IReadOnlyList<string> Followers(string action) => [.. All.Where(a => a != action && WithPrerequisites([a]).Contains(action))];
}
