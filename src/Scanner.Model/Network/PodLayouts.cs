namespace Scanner.Model;

/// <summary>Where pods are in the network: at an interface of their own, at an address that their node's interfaces hold, or behind their node.</summary>
internal sealed class PodLayouts(Terrain terrain, Places places, Func<NetworkEndpoint, Layout> layout)
{
    private Environment Environment => terrain.Environment;

    public Layout Of(Pod pod)
    {
        if (!pod.UsesHostNetwork.IsFalse) return pod.UsesHostNetwork.IsTrue ? OfNode(pod) : Layout.Unseen(pod.Id, pod.UsesHostNetwork.Gap);
        if (!pod.Branch.IsKnown) return Layout.Unseen(pod.Id, pod.Branch.Source);
        if (pod.Branch.Value is { } branch) return OfBranch(pod, branch);
        if (!pod.Ips.IsKnown) return Layout.Unseen(pod.Id, pod.Ips.Source);
        return pod.Ips.Value.IsEmpty ? Layout.Unseen(pod.Id, NetworkGap.Undecidable(pod.Id, $"{pod.Label} has no address yet"))
            : new Layout.OneOf([.. pod.Ips.Value.Select(ip => AtAddress(pod, ip))], pod.Id);
    }

    /// <summary>What leaves a network that AWS does not know leaves under the node's address.</summary>
    private Layout OfNode(Pod pod)
    {
        var instance = Environment.NodeOf(pod).Then(Environment.InstanceOf);
        return instance.IsKnown ? layout(instance.Value) : Layout.Unseen(pod.Id, instance.Source);
    }

    private Layout OfBranch(Pod pod, BranchInterface branch)
    {
        var adapter = Environment.Resolve(new Ref<NetworkInterface>(branch.Id));
        return adapter.IsKnown ? places.At(adapter.Value, branch.PrivateIp, pod.Id) : Layout.Unseen(pod.Id, adapter.Source);
    }

    /// <summary>At the interface that has the address, or that got its whole block (prefix delegation lists no addresses).</summary>
    private Layout AtAddress(Pod pod, string ip)
    {
        var all = Environment.Of<NetworkInterface>();
        if (all.Unlisted is { } unlisted) return Layout.Unseen(pod.Id, unlisted);
        var vpc = VpcOf(pod);
        if (!vpc.IsKnown) return Layout.Unseen(pod.Id, vpc.Source);
        if (Cidr.Parse(ip) is not { } address) return Layout.Unseen(pod.Id, NetworkGap.Unsupported($"the address {ip}"));
        // another VPC may have the same addresses
        var holders = all.Where(i => i.Vpc == vpc.Value && Holds(i, ip)).Members;
        if (holders.Any(m => m.Doubt is null)) return places.At(holders.First(m => m.Doubt is null).Item, ip, pod.Id);
        return InVpc(vpc.Value, address) is var inVpc && inVpc.IsUnknown ? Layout.Unseen(pod.Id, inVpc.Gap) : inVpc.IsFalse ? OfNode(pod) : OnNode(pod, ip, address);
    }

    /// <summary>At one of its node's interfaces in the address' subnet; with custom networking these have groups of their own.</summary>
    private Layout OnNode(Pod pod, string ip, Cidr address)
    {
        var instance = Environment.NodeOf(pod).Then(Environment.InstanceOf);
        if (!instance.IsKnown) return Layout.Unseen(pod.Id, instance.Source);
        var index = terrain.InterfacesIn(instance.Value.Scope);
        if (index.Unlisted is { } unlisted) return Layout.Unseen(pod.Id, unlisted);
        var near = index.Of(instance.Value).Where(i => !Environment.Resolve(i.Subnet).Is(subnet => Has(subnet, address)).IsFalse)
            .OrderBy(i => i.Id, StringComparer.Ordinal).Select(i => (Layout)places.At(i, ip, pod.Id)).ToList();
        return near.Count > 0 ? new Layout.OneOf(near, pod.Id)
            : Layout.Unseen(pod.Id, NetworkGap.Hidden(pod.Id, $"no network interface was seen that has the address {ip} of {pod.Label}"));
    }

    /// <summary>The VPC of its node, else of the EKS cluster: a Fargate node is no instance.</summary>
    private Fact<Ref<Vpc>> VpcOf(Pod pod)
    {
        var own = Environment.NodeOf(pod).Then(Environment.InstanceOf).Then(i => i.Vpc);
        if (own is { IsKnown: true, Value: { } vpc }) return new(vpc, Evidence.Derived);
        return own.IsKnown || own.Gap is { Action: "providerID" } ? Environment.EksCluster().Then(c => c.Vpc) : new(own.Source);
    }

    private Truth InVpc(Ref<Vpc> vpc, Cidr address) => Environment.Of<Subnet>().Any(s => s.Vpc == vpc && Has(s, address));

    private static Truth Has(Subnet subnet, Cidr address) => address.IsIpv6
        ? subnet.Ipv6Cidrs.Is(blocks => blocks.AsEnumerable().Any(b => b.Contains(address)))
        : subnet.Cidr.Is(block => block is { } cidr && cidr.Contains(address));

    private static Truth Holds(NetworkInterface adapter, string ip) =>
        ip.Contains(':', StringComparison.Ordinal) ? adapter.Ipv6Addresses.Is(ips => ips.Contains(ip)) : adapter.PrivateIps.Is(ips => ips.Contains(ip));
}
