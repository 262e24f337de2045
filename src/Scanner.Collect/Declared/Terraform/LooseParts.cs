using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Parts that a plan gives to things which it does not manage, or takes from them: what these then are is known after apply.</summary>
internal static class LooseParts
{
    /// <summary>Data sources that never tell an id of a part's owner; read after apply, they leave open nothing that matters here.</summary>
    private static readonly HashSet<string> s_other = new(["aws_caller_identity", "aws_iam_policy_document", "aws_partition", "aws_region", "tls_certificate"], StringComparer.Ordinal);

    public static void Observe(Observer observer)
    {
        Observe<TargetGroup>(observer, "aws_lb_target_group_attachment", "target_group_arn", "aws_lb_target_group", "targets");
        Observe<TargetGroup>(observer, "aws_autoscaling_attachment", "lb_target_group_arn", "aws_lb_target_group", "targets");
        Observe<LoadBalancer>(observer, "aws_lb_listener", "load_balancer_arn", "aws_lb", "listeners", "listenerRules");
        Observe<LoadBalancer>(observer, "aws_lb_listener_rule", "listener_arn", "aws_lb", "listenerRules");
        Observe<RouteTable>(observer, "aws_route", "route_table_id", "aws_route_table", "routes");
        Observe<RouteTable>(observer, "aws_route_table_association", "route_table_id", "aws_route_table", "subnets");
        Observe<NetworkAcl>(observer, "aws_network_acl_rule", "network_acl_id", "aws_network_acl", "entries");
        Observe<PrefixList>(observer, "aws_ec2_managed_prefix_list_entry", "prefix_list_id", "aws_ec2_managed_prefix_list", "entries");
        Observe<Vpc>(observer, "aws_vpc_ipv4_cidr_block_association", "vpc_id", "aws_vpc", "cidrs");
        Observe<FileSystem>(observer, "aws_efs_mount_target", "file_system_id", "aws_efs_file_system", "endpointIps", "networkInterfaces", "securityGroups", "subnets");
        Observe<FileSystem>(observer, "aws_efs_backup_policy", "file_system_id", "aws_efs_file_system", "backupPolicy");
        Observe<FileSystem>(observer, "aws_fsx_data_repository_association", "file_system_id", "aws_fsx_lustre_file_system", "dataRepositories");
        // it names its group, which has another id
        Observe<NodeGroup>(observer, "aws_autoscaling_attachment", null, "aws_autoscaling_group", "targetGroups");
        // what comes to one of these goes from another, which the plan does not name
        Observe<NetworkAcl>(observer, "aws_network_acl_association", null, "aws_network_acl", "subnets");
        Observe<RouteTable>(observer, "aws_main_route_table_association", null, "aws_route_table", "isMain");
    }

    /// <summary>What is known after apply is of something that the plan makes, or is looked for while it is applied.</summary>
    public static bool MayBeLive(Observer observer, Attributes part, string attribute) =>
        !part.IsUnknown(attribute) || observer.World.Resources.Any(r => r.IsData && !s_other.Contains(r.Type) && World.RealId(r) is null);

    private static void Observe<T>(Observer observer, string type, string? attribute, string owner, params string[] properties) where T : Resource
    {
        foreach (var part in observer.World.Of(type).Concat(observer.World.GoneOf(type)).Where(r => !r.IsData && r.IsChanged).Select(observer.Read<T>))
            foreach (var id in Owners<T>(observer, part, attribute))
                if (id is null || observer.Find<T>(owner, id) is not { Resource.IsData: false }) // what the plan manages is told with its parts
                    foreach (var property in properties) observer.Part<T>(part, id, property, [], [], Gap<T>(part, id, property));
    }

    /// <summary>The ids of those that have the part, or had it; null stands for any of the kind.</summary>
    private static IEnumerable<string?> Owners<T>(Observer observer, Reading part, string? attribute) where T : Resource
    {
        if (attribute is null) return [null];
        var resource = part.Resource;
        Attributes?[] all = [resource.Values, resource.IsGone ? null : resource.Before];
        return all.OfType<Attributes>().Select(a => (Attributes: a, Owner: part.Map(_ => part.Need<T>(a, attribute).Id)))
            .Where(o => o.Owner.IsKnown || MayBeLive(observer, o.Attributes, attribute)).Select(o => o.Owner.IsKnown ? Id(o.Owner.Value) : null).Distinct().ToList();
    }

    /// <summary>A rule names its listener, whose ARN is that of the load balancer with one more part.</summary>
    private static string Id(string owner)
    {
        const string listener = ":listener/";
        return !owner.Contains(listener, StringComparison.Ordinal) ? owner : owner[..owner.LastIndexOf('/')].Replace(listener, ":loadbalancer/", StringComparison.Ordinal);
    }

    private static Gap Gap<T>(Reading part, string? owner, string property) where T : Resource
    {
        var after = UnsaidException.AfterApply($"{property} of {(owner is null ? $"each {typeof(T).Name}" : OneLine.Of(owner))}, which {part.Resource.Address} changes,");
        return new(part.Evidence.Scope, typeof(T).Name, part.Evidence.Action, after.Cause, OneLine.Of(after.Message), after.Remedy);
    }
}
