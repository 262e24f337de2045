using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration says of a group's nodes where its keys depend on one another.</summary>
internal static class NodeSettings
{
    // as documented for HeadNode/Ssh and Dcv since 3.0
    private const string Everybody = "0.0.0.0/0";
    private const int DcvPort = 8443;

    /// <summary>The group's own, else the cluster's; null for ParallelCluster's.</summary>
    public static string? CustomAmi(DeclaredGroup group) => group.Place.Text("Image/CustomAmi") ?? group.Config.Text("Image/CustomAmi");

    /// <summary>The groups that replace ParallelCluster's own.</summary>
    public static IEnumerable<Ref<SecurityGroup>> OwnSecurityGroups(DeclaredGroup group) => Groups(group.Place.Texts("Networking/SecurityGroups"));

    public static IEnumerable<Ref<SecurityGroup>> AdditionalSecurityGroups(DeclaredGroup group) => Groups(group.Place.Texts("Networking/AdditionalSecurityGroups"));

    public static IEnumerable<Ref<SecurityGroup>> AllSecurityGroups(DeclaredGroup group) =>
        Groups(group.Place.Texts("Networking/SecurityGroups").Concat(group.Place.Texts("Networking/AdditionalSecurityGroups")));

    public static string? SshAllowedIps(DeclaredGroup group) => group.IsQueue || OwnSecurityGroups(group).Any() ? null
        : group.Node.Text("Ssh/AllowedIps") ?? group.Config.Text("HeadNode/Ssh/AllowedIps") ?? Everybody;

    public static RemoteDesktop? Dcv(DeclaredGroup group) => !group.IsQueue && group.Node.At("Dcv") is { } dcv
        ? dcv.Flag("Enabled") ?? throw new AbsentFieldException($"{dcv.Path}/Enabled") ? new(dcv.Number("Port") ?? DcvPort, dcv.Text("AllowedIps") ?? Everybody) : null
        : null;

    /// <summary>The key holds a switch, or the id of an address that there is already.</summary>
    public static bool? HasElasticIp(DeclaredGroup group) =>
        group.IsHead && group.Node.Text("Networking/ElasticIp") is { } said && (said.StartsWith("eipalloc-", StringComparison.Ordinal) || group.Node.Flag("Networking/ElasticIp")!.Value);

    private static IEnumerable<Ref<SecurityGroup>> Groups(IEnumerable<string> ids) => ids.Distinct().Order(StringComparer.Ordinal).Select(g => new Ref<SecurityGroup>(g));
}
