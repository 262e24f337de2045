namespace Scanner.Model;

/// <summary>An address that moves between the interfaces of a file system, by routes that FSx keeps in certain route tables.</summary>
/// <param name="Owner">The file system's id.</param>
/// <param name="Tables">The route tables.</param>
/// <param name="Interfaces">The interfaces.</param>
internal sealed record FloatingAddress(string Owner, Fact<Items<Ref<RouteTable>>> Tables, Fact<Items<Ref<NetworkInterface>>> Interfaces)
{
    /// <summary>Whether a route of a table leads there, and will after the address has moved.</summary>
    public Truth Follows(Route route, string table)
    {
        if (route.TargetKind is not RouteTargetKind.NetworkInterface) return false;
        var leads = Interfaces.Is(own => own.Contains(new Ref<NetworkInterface>(route.Target)));
        return leads & Tables.Is(kept => kept.Contains(new Ref<RouteTable>(table)) || Truth.Unknown(NetworkGap.Undecidable(Owner,
            $"{table} has a route to {Owner}, and is none of the route tables that FSx keeps when its address moves")));
    }
}
