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
        if (all.Members.FirstOrDefault(m => Holds(m.Item, ip)).Item is { } holder) return places.At(holder, ip, pod.Id);
        if (Cidr.Parse(ip) is not { } address) return Layout.Unseen(pod.Id, NetworkGap.Unsupported($"the address {ip}"));
        return InVpc(address) is var inVpc && inVpc.IsUnknown ? Layout.Unseen(pod.Id, inVpc.Gap) : inVpc.IsFalse ? OfNode(pod) : OnNode(pod, ip, address);
    }

    /// <summary>At one of its node's interfaces in the address' subnet; with custom networking these have groups of their own.</summary>
    private Layout OnNode(Pod pod, string ip, Cidr address)
    {
        var instance = Environment.NodeOf(pod).Then(Environment.InstanceOf);
        if (!instance.IsKnown) return Layout.Unseen(pod.Id, instance.Source);
        var near = terrain.InterfacesIn(instance.Value.Scope).Of(instance.Value)
            .Where(i => !Environment.Resolve(i.Subnet).Then(s => s.Cidr).Is(block => block is { } cidr && cidr.Contains(address)).IsFalse)
            .OrderBy(i => i.Id, StringComparer.Ordinal).Select(i => (Layout)places.At(i, ip, pod.Id)).ToList();
        return near.Count > 0 ? new Layout.OneOf(near, pod.Id)
            : Layout.Unseen(pod.Id, NetworkGap.Hidden(pod.Id, $"no network interface was seen that has the address {ip} of {pod.Label}"));
    }

    private Truth InVpc(Cidr address) => Environment.Of<Subnet>().Any(s =>
        s.Cidr.Is(block => block is { } cidr && cidr.Contains(address)) || s.Ipv6Cidrs.Is(blocks => blocks.AsEnumerable().Any(b => b.Contains(address))));

    private static bool Holds(NetworkInterface adapter, string ip) =>
        (adapter.PrivateIps.IsKnown && adapter.PrivateIps.Value.Contains(ip)) || (adapter.Ipv6Addresses.IsKnown && adapter.Ipv6Addresses.Value.Contains(ip));
}
