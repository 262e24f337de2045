namespace Scanner.Model;

/// <summary>
/// Workbench in pods: by what the AWS Load Balancer Controller keeps in a target group (TargetGroupBinding), by the pods' addresses,
/// and by the ports that Workbench's services have on the nodes.
/// </summary>
internal sealed class PodBackend(Environment environment) : Backend(environment)
{
    /// <summary>Load balancers of an account that is not the cluster's say nothing of it.</summary>
    public override Gap? Unlisted =>
        Environment.Installations.Unlisted ?? Environment.Of<Pod>().Unlisted ?? Environment.Of<KubeService>().Unlisted ?? Environment.Of<TargetGroupBinding>().Unlisted
            ?? Environment.Of<KubeNode>().Unlisted ?? (Environment.EksCluster().Gap is null ? null : Environment.NodeVpcs().Gap);

    private ResourceSet<Pod> Pods => Environment.Installations.SelectMany(i => i.Pods);

    private ResourceSet<KubeService> Services => Environment.Installations.SelectMany(i => i.Services);

    public override Truth IsServedBy(TargetGroup group) => IsBound(group) || group.Registered.Is(targets => targets.Any(t => IsPod(t, group) || IsNodePort(t)));

    private Truth IsBound(TargetGroup group)
    {
        var bindings = Environment.Of<TargetGroupBinding>();
        return ButListed(bindings.Any(b => b.Binds(group)
            && ButListed(Services.Any(s => s.Name.Is(name => b.Service == name!) && s.Namespace.Is(space => b.Namespace == space)), Services)), bindings);
    }

    private Truth IsPod(Registration target, TargetGroup group) =>
        ButListed(Pods.Any(pod => pod.HasAddress(target.Id)), Pods) && ListensAt(target.Port, group);

    private Truth IsNodePort(Registration target) => ButListed(Services.Any(s => s.IsAtNodePort(target)), Services)
        && ButListed(Environment.Of<KubeNode>().Any(node => node.IsTarget(target)), Environment.Of<KubeNode>());
}
