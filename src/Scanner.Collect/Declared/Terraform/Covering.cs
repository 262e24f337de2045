using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>That there may be more of every kind than Terraform declares.</summary>
internal static class Covering
{
    public static void Nothing(DeclaredScope scope, DeclaredSink sink)
    {
        void Cover<T>() where T : Resource => sink.Cover<T>(scope.Aws, Observer.Title, new Gap(scope.Aws, typeof(T).Name, Observer.Title, GapCause.NotAsked,
            "Terraform declares what it manages, and not what else there is", UnsaidException.LiveAccount));

        Cover<Vpc>();
        Cover<Subnet>();
        Cover<RouteTable>();
        Cover<NetworkAcl>();
        Cover<SecurityGroup>();
        Cover<PrefixList>();
        Cover<PeeringConnection>();
        Cover<NetworkInterface>();
        Cover<LoadBalancer>();
        Cover<TargetGroup>();
        Cover<NodeGroup>();
        Cover<ComputeInstance>();
        Cover<Database>();
        Cover<FileSystem>();
        Cover<StorageVolume>();
        Cover<AccessPoint>();
        Cover<Cluster>();
        Cover<Addon>();
        Cover<DnsRecord>();
        Cover<UserDirectory>();
    }
}
