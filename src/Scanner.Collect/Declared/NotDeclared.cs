using Scanner.Model;

namespace Scanner.Collect.Declared;

/// <summary>What a file about AWS resources cannot tell: of most kinds there may be more than it declares.</summary>
internal static class NotDeclared
{
    /// <summary>The kinds that AWS shows, each with the call that covers it.</summary>
    private static readonly Dictionary<string, Action<DeclaredSink, string, string>> s_kinds = new(StringComparer.Ordinal)
    {
        [nameof(AccessPoint)] = Cover<AccessPoint>,
        [nameof(Addon)] = Cover<Addon>,
        [nameof(Cluster)] = Cover<Cluster>,
        [nameof(ComputeInstance)] = Cover<ComputeInstance>,
        [nameof(Database)] = Cover<Database>,
        [nameof(DnsRecord)] = Cover<DnsRecord>,
        [nameof(FileSystem)] = Cover<FileSystem>,
        [nameof(LoadBalancer)] = Cover<LoadBalancer>,
        [nameof(MachineImage)] = Cover<MachineImage>,
        [nameof(NetworkAcl)] = Cover<NetworkAcl>,
        [nameof(NetworkInterface)] = Cover<NetworkInterface>,
        [nameof(NodeGroup)] = Cover<NodeGroup>,
        [nameof(PeeringConnection)] = Cover<PeeringConnection>,
        [nameof(PrefixList)] = Cover<PrefixList>,
        [nameof(RouteTable)] = Cover<RouteTable>,
        [nameof(SecurityGroup)] = Cover<SecurityGroup>,
        [nameof(StorageVolume)] = Cover<StorageVolume>,
        [nameof(Subnet)] = Cover<Subnet>,
        [nameof(TargetGroup)] = Cover<TargetGroup>,
        [nameof(UserDirectory)] = Cover<UserDirectory>,
        [nameof(Vpc)] = Cover<Vpc>,
    };

    public static IReadOnlyCollection<string> Kinds => s_kinds.Keys;

    /// <summary>Says of every kind but some that a file may not declare all of it.</summary>
    public static void Cover(DeclaredSink sink, string scope, string title, IReadOnlyCollection<string> declared)
    {
        foreach (var (kind, cover) in s_kinds)
            if (!declared.Contains(kind)) cover(sink, scope, title);
    }

    /// <summary>Only the account shows it.</summary>
    public static Gap Gap<T>(string scope, string title) where T : Resource => new(scope, typeof(T).Name, title, GapCause.NotAsked,
        $"a {title} does not say it", new(RemedyKind.Flag, "check the live account as well: --aws-region REGION"));

    private static void Cover<T>(DeclaredSink sink, string scope, string title) where T : Resource => sink.Cover<T>(scope, title, Gap<T>(scope, title));
}
