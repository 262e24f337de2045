namespace Scanner.Model;

/// <summary>The network interfaces of one account and region, by what they belong to.</summary>
internal sealed class InterfaceIndex
{
    private readonly ILookup<string, NetworkInterface> _byInstance;
    private readonly ILookup<string, NetworkInterface> _byDescription;

    public InterfaceIndex(ResourceSet<NetworkInterface> all)
    {
        var interfaces = all.Members.Select(m => m.Item).ToList();
        Unlisted = all.Unlisted ?? interfaces.Select(i => i.Instance.Gap ?? i.Description.Gap).FirstOrDefault(g => g is not null);
        _byInstance = interfaces.Where(i => i.Instance.IsKnown).ToLookup(i => i.Instance.Value?.Id ?? "", StringComparer.Ordinal);
        _byDescription = interfaces.Where(i => i.Description.IsKnown).ToLookup(i => i.Description.Value ?? "", StringComparer.Ordinal);
    }

    /// <summary>Why there may be others; null where every interface is known with its owner.</summary>
    public Gap? Unlisted { get; }

    public IEnumerable<NetworkInterface> Of(ComputeInstance instance) => _byInstance[instance.Id];

    /// <summary>Elastic Load Balancing describes its interfaces by the last part of the load balancer's ARN.</summary>
    public IEnumerable<NetworkInterface> Of(LoadBalancer loadBalancer) =>
        loadBalancer.Id.Split(":loadbalancer/") is [_, var name] ? _byDescription["ELB " + name] : [];
}
