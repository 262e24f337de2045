using Amazon.EC2;
using Scanner.Collect.Aws;

namespace Scanner.Collect.Doctor;

/// <summary>How each action of a scan is tried. A test holds the table against what scans ask.</summary>
/// <remarks>
/// Actions that list are asked for their smallest page. Those that are about one thing are asked for one that cannot exist: whoever may
/// ask is told that it is not there. Ids have the form that the service wants, because a malformed one may be refused before the caller is.
/// </remarks>
internal static class AwsTries
{
    private const string Nobody = "scanner-doctor-none";

    public static IReadOnlyList<AwsTry> All { get; } =
    [
        new("autoscaling:DescribeAutoScalingGroups", (s, stop) => s.Clients.AutoScaling.DescribeAutoScalingGroupsAsync(new() { MaxRecords = 1 }, stop)),
        new("cloudformation:DescribeStackResource", (s, stop) => s.Clients.CloudFormation.DescribeStackResourceAsync(new() { StackName = Nobody, LogicalResourceId = "None" }, stop)),
        new("cloudformation:DescribeStacks", (s, stop) => s.Clients.CloudFormation.DescribeStacksAsync(new(), stop)),
        new("ds:DescribeDirectories", (s, stop) => s.Clients.Directories.DescribeDirectoriesAsync(new() { Limit = 1 }, stop)),
        new("ec2:DescribeImages", (s, stop) => s.Clients.Ec2.DescribeImagesAsync(new() { ImageIds = ["ami-00000000000000000"] }, stop)),
        new("ec2:DescribeInstanceStatus", (s, stop) => s.Clients.Ec2.DescribeInstanceStatusAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeInstanceTypes", (s, stop) => s.Clients.Ec2.DescribeInstanceTypesAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeInstances", (s, stop) => s.Clients.Ec2.DescribeInstancesAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeLaunchTemplateVersions", (s, stop) => s.Clients.Ec2.DescribeLaunchTemplateVersionsAsync(new() { Versions = ["$Latest"], MaxResults = 5 }, stop)),
        new("ec2:DescribeManagedPrefixLists", (s, stop) => s.Clients.Ec2.DescribeManagedPrefixListsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeNetworkAcls", (s, stop) => s.Clients.Ec2.DescribeNetworkAclsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeNetworkInterfaces", (s, stop) => s.Clients.Ec2.DescribeNetworkInterfacesAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeRegions", (s, stop) => s.Clients.Ec2.DescribeRegionsAsync(new(), stop)),
        new("ec2:DescribeRouteTables", (s, stop) => s.Clients.Ec2.DescribeRouteTablesAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeSecurityGroups", (s, stop) => s.Clients.Ec2.DescribeSecurityGroupsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeSubnets", (s, stop) => s.Clients.Ec2.DescribeSubnetsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeVolumes", (s, stop) => s.Clients.Ec2.DescribeVolumesAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeVpcAttribute", (s, stop) => s.Clients.Ec2.DescribeVpcAttributeAsync(new() { VpcId = "vpc-00000000000000000", Attribute = VpcAttributeName.EnableDnsSupport }, stop)),
        new("ec2:DescribeVpcPeeringConnections", (s, stop) => s.Clients.Ec2.DescribeVpcPeeringConnectionsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:DescribeVpcs", (s, stop) => s.Clients.Ec2.DescribeVpcsAsync(new() { MaxResults = 5 }, stop)),
        new("ec2:GetManagedPrefixListEntries", (s, stop) => s.Clients.Ec2.GetManagedPrefixListEntriesAsync(new() { PrefixListId = "pl-00000000000000000", MaxResults = 5 }, stop)),
        new("eks:DescribeAddon", (s, stop) => s.Clients.Eks.DescribeAddonAsync(new() { ClusterName = Nobody, AddonName = Nobody }, stop)),
        new("eks:DescribeCluster", (s, stop) => s.Clients.Eks.DescribeClusterAsync(new() { Name = Nobody }, stop)),
        new("eks:DescribeClusterVersions", (s, stop) => s.Clients.Eks.DescribeClusterVersionsAsync(new() { MaxResults = 1 }, stop)),
        new("eks:DescribeFargateProfile", (s, stop) => s.Clients.Eks.DescribeFargateProfileAsync(new() { ClusterName = Nobody, FargateProfileName = Nobody }, stop)),
        new("eks:DescribeNodegroup", (s, stop) => s.Clients.Eks.DescribeNodegroupAsync(new() { ClusterName = Nobody, NodegroupName = Nobody }, stop)),
        new("eks:ListAddons", (s, stop) => s.Clients.Eks.ListAddonsAsync(new() { ClusterName = Nobody, MaxResults = 1 }, stop)),
        new("eks:ListClusters", (s, stop) => s.Clients.Eks.ListClustersAsync(new() { MaxResults = 1 }, stop)),
        new("eks:ListFargateProfiles", (s, stop) => s.Clients.Eks.ListFargateProfilesAsync(new() { ClusterName = Nobody, MaxResults = 1 }, stop)),
        new("eks:ListNodegroups", (s, stop) => s.Clients.Eks.ListNodegroupsAsync(new() { ClusterName = Nobody, MaxResults = 1 }, stop)),
        new("elasticfilesystem:DescribeAccessPoints", (s, stop) => s.Clients.Efs.DescribeAccessPointsAsync(new() { MaxResults = 1 }, stop)),
        new("elasticfilesystem:DescribeBackupPolicy", (s, stop) => s.Clients.Efs.DescribeBackupPolicyAsync(new() { FileSystemId = "fs-00000000000000000" }, stop)),
        new("elasticfilesystem:DescribeFileSystems", (s, stop) => s.Clients.Efs.DescribeFileSystemsAsync(new() { MaxItems = 1 }, stop)),
        new("elasticfilesystem:DescribeMountTargetSecurityGroups", (s, stop) => s.Clients.Efs.DescribeMountTargetSecurityGroupsAsync(new() { MountTargetId = "fsmt-00000000000000000" }, stop)),
        new("elasticfilesystem:DescribeMountTargets", (s, stop) => s.Clients.Efs.DescribeMountTargetsAsync(new() { FileSystemId = "fs-00000000000000000", MaxItems = 1 }, stop)),
        new("elasticloadbalancing:DescribeInstanceHealth", (s, stop) => s.Clients.ClassicElb.DescribeInstanceHealthAsync(new() { LoadBalancerName = Nobody }, stop)),
        new("elasticloadbalancing:DescribeListeners", (s, stop) => s.Clients.Elb.DescribeListenersAsync(new() { LoadBalancerArn = Balancer(s), PageSize = 1 }, stop)),
        new("elasticloadbalancing:DescribeLoadBalancers", (s, stop) => s.Clients.Elb.DescribeLoadBalancersAsync(new() { PageSize = 1 }, stop)),
        new("elasticloadbalancing:DescribeRules", (s, stop) => s.Clients.Elb.DescribeRulesAsync(new() { ListenerArn = Listener(s), PageSize = 1 }, stop)),
        new("elasticloadbalancing:DescribeTags", (s, stop) => s.Clients.Elb.DescribeTagsAsync(new() { ResourceArns = [Balancer(s)] }, stop)),
        new("elasticloadbalancing:DescribeTargetGroupAttributes", (s, stop) => s.Clients.Elb.DescribeTargetGroupAttributesAsync(new() { TargetGroupArn = TargetGroup(s) }, stop)),
        new("elasticloadbalancing:DescribeTargetGroups", (s, stop) => s.Clients.Elb.DescribeTargetGroupsAsync(new() { PageSize = 1 }, stop)),
        new("elasticloadbalancing:DescribeTargetHealth", (s, stop) => s.Clients.Elb.DescribeTargetHealthAsync(new() { TargetGroupArn = TargetGroup(s) }, stop)),
        new("fsx:DescribeBackups", (s, stop) => s.Clients.Fsx.DescribeBackupsAsync(new() { MaxResults = 1 }, stop)),
        new("fsx:DescribeDataRepositoryAssociations", (s, stop) => s.Clients.Fsx.DescribeDataRepositoryAssociationsAsync(new() { MaxResults = 1 }, stop)),
        new("fsx:DescribeFileCaches", (s, stop) => s.Clients.Fsx.DescribeFileCachesAsync(new() { MaxResults = 1 }, stop)),
        new("fsx:DescribeFileSystems", (s, stop) => s.Clients.Fsx.DescribeFileSystemsAsync(new() { MaxResults = 1 }, stop)),
        new("fsx:DescribeStorageVirtualMachines", (s, stop) => s.Clients.Fsx.DescribeStorageVirtualMachinesAsync(new() { MaxResults = 1 }, stop)),
        new("fsx:DescribeVolumes", (s, stop) => s.Clients.Fsx.DescribeVolumesAsync(new() { MaxResults = 1 }, stop)),
        new("rds:DescribeDBClusters", (s, stop) => s.Clients.Rds.DescribeDBClustersAsync(new() { MaxRecords = 20 }, stop)),
        new("rds:DescribeDBInstances", (s, stop) => s.Clients.Rds.DescribeDBInstancesAsync(new() { MaxRecords = 20 }, stop)),
        new("rds:DescribeDBProxies", (s, stop) => s.Clients.Rds.DescribeDBProxiesAsync(new() { MaxRecords = 20 }, stop)),
        new("rds:DescribeDBProxyTargets", (s, stop) => s.Clients.Rds.DescribeDBProxyTargetsAsync(new() { DBProxyName = Nobody, MaxRecords = 20 }, stop)),
        new("rds:DescribeDBSubnetGroups", (s, stop) => s.Clients.Rds.DescribeDBSubnetGroupsAsync(new() { MaxRecords = 20 }, stop)),
        new("route53:ListHostedZones", (s, stop) => s.Clients.Route53.ListHostedZonesAsync(new() { MaxItems = "1" }, stop)),
        new("route53:ListResourceRecordSets", (s, stop) => s.Clients.Route53.ListResourceRecordSetsAsync(new() { HostedZoneId = "Z00000000000000000000", MaxItems = "1" }, stop)),
        StoredObject.Try,
        new("ssm:GetInventory", (s, stop) => s.Clients.Ssm.GetInventoryAsync(new() { MaxResults = 1 }, stop)),
    ];

    private static string Balancer(AwsScope scope) => scope.Arn("elasticloadbalancing", $"loadbalancer/app/{Nobody}/0000000000000000");

    private static string Listener(AwsScope scope) => scope.Arn("elasticloadbalancing", $"listener/app/{Nobody}/0000000000000000/0000000000000000");

    private static string TargetGroup(AwsScope scope) => scope.Arn("elasticloadbalancing", $"targetgroup/{Nobody}/0000000000000000");
}
