using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>The resource types of the AWS provider that are read, and what each is in the graph.</summary>
internal static class TerraformTypes
{
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["aws_vpc"] = nameof(Vpc),
        ["aws_subnet"] = nameof(Subnet),
        ["aws_route_table"] = nameof(RouteTable),
        ["aws_network_acl"] = nameof(NetworkAcl),
        ["aws_security_group"] = nameof(SecurityGroup),
        ["aws_ec2_managed_prefix_list"] = nameof(PrefixList),
        ["aws_vpc_peering_connection"] = nameof(PeeringConnection),
        ["aws_network_interface"] = nameof(NetworkInterface),
        ["aws_lb"] = nameof(LoadBalancer),
        ["aws_lb_target_group"] = nameof(TargetGroup),
        ["aws_autoscaling_group"] = nameof(NodeGroup),
        ["aws_eks_node_group"] = nameof(NodeGroup),
        ["aws_eks_fargate_profile"] = nameof(NodeGroup),
        ["aws_instance"] = nameof(ComputeInstance),
        ["aws_db_instance"] = nameof(Database),
        ["aws_rds_cluster"] = nameof(Database),
        ["aws_rds_cluster_instance"] = nameof(Database),
        ["aws_db_proxy"] = nameof(Database),
        ["aws_efs_file_system"] = nameof(FileSystem),
        ["aws_fsx_lustre_file_system"] = nameof(FileSystem),
        ["aws_fsx_openzfs_file_system"] = nameof(FileSystem),
        ["aws_fsx_ontap_file_system"] = nameof(FileSystem),
        ["aws_fsx_windows_file_system"] = nameof(FileSystem),
        ["aws_fsx_file_cache"] = nameof(FileSystem),
        ["aws_fsx_openzfs_volume"] = nameof(StorageVolume),
        ["aws_fsx_ontap_volume"] = nameof(StorageVolume),
        ["aws_efs_access_point"] = nameof(AccessPoint),
        ["aws_eks_cluster"] = nameof(Cluster),
        ["aws_eks_addon"] = nameof(Addon),
        ["aws_route53_record"] = nameof(DnsRecord),
        ["aws_directory_service_directory"] = nameof(UserDirectory),
    };

    /// <summary>Types that are read as parts of others.</summary>
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal)
    {
        "aws_route", "aws_route_table_association", "aws_main_route_table_association", "aws_network_acl_rule", "aws_network_acl_association",
        "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_ec2_managed_prefix_list_entry",
        "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_target_group_attachment", "aws_autoscaling_attachment", "aws_db_subnet_group", "aws_db_proxy_target",
        "aws_db_proxy_default_target_group", "aws_efs_mount_target", "aws_efs_backup_policy", "aws_fsx_data_repository_association",
        "aws_launch_template", "aws_route53_zone", "aws_vpc_ipv4_cidr_block_association", "aws_fsx_ontap_storage_virtual_machine",
    };

    /// <summary>The kind of the graph that a type becomes; null where it becomes none of its own.</summary>
    public static string? KindOf(string type) => s_kinds.GetValueOrDefault(Canonical(type));

    public static bool IsRead(string type) => s_kinds.ContainsKey(Canonical(type)) || s_parts.Contains(Canonical(type));

    /// <summary>The provider has two names for what balances load; what AWS makes unasked is adopted under a name of its own.</summary>
    public static string Canonical(string type) =>
        type == "aws_alb" || type.StartsWith("aws_alb_", StringComparison.Ordinal) ? "aws_lb" + type["aws_alb".Length..]
        : type is "aws_default_vpc" or "aws_default_subnet" or "aws_default_security_group" or "aws_default_route_table" or "aws_default_network_acl" ? "aws_" + type["aws_default_".Length..]
        : type;
}
