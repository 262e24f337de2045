using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists how nodes are made on AWS: by Karpenter (EC2NodeClass) and by EKS Auto Mode (NodeClass).</summary>
internal sealed class NodeClassCollector : IKubernetesCollector
{
    private static readonly ApiResource s_karpenter = new("karpenter.k8s.aws", ["v1", "v1beta1"], "ec2nodeclasses");
    private static readonly ApiResource s_auto = new("eks.amazonaws.com", ["v1"], "nodeclasses");

    public IReadOnlyList<ApiResource> Resources => [s_karpenter, s_auto];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        scope.Collect(s_karpenter, item => Map(scope, s_karpenter, item, i => i["spec"]), sink, cancellationToken),
        scope.Collect(s_auto, item => Map(scope, s_auto, item, i => i["spec"]["advancedNetworking"]), sink, cancellationToken));

    private static NodeClass Map(KubernetesScope scope, ApiResource resource, Answer<ObjectField> item, Func<ObjectField, ObjectField> network)
    {
        var name = item.NamedBy(resource.Plural);
        return new()
        {
            Id = scope.Identity<NodeClass>(name),
            Key = ObjectListing.Key<NodeClass>(name),
            Name = item.Name(),
            Subnets = item.Items(i => Ids(i["status"]["subnets"]).Select(id => new Ref<Subnet>(id))),
            SecurityGroups = item.Items(i => Ids(i["status"]["securityGroups"]).Select(id => new Ref<SecurityGroup>(id))),
            SubnetTerms = item.Items(i => Terms(i["spec"]["subnetSelectorTerms"])),
            SecurityGroupTerms = item.Items(i => Terms(i["spec"]["securityGroupSelectorTerms"])),
            ImageTerms = item.Items(i => Terms(i["spec"]["amiSelectorTerms"])),
            AssociatePublicIp = item.Optional(i => network(i)["associatePublicIPAddress"].Flag),
            IsReady = item.Truth(i => Conditions.Met(i["status"], "Ready"), "status.conditions[Ready]"),
        };
    }

    private static IEnumerable<SelectorTerm> Terms(ObjectField terms) => terms.List.Select(t =>
        new SelectorTerm(new(t.Names.Where(n => n != "tags").Select(n => KeyValuePair.Create(n, t[n].NeedScalar))), t["tags"].Map));

    /// <summary>A status without them was not yet written.</summary>
    private static IEnumerable<string> Ids(ObjectField found) => found.Present.List.Select(f => f["id"].NeedText).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
