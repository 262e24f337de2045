namespace Scanner.Model;

/// <summary>What peerings between VPCs let through: routes to the other side, and references to its security groups.</summary>
internal sealed class Peerings(Terrain terrain)
{
    /// <summary>Whether a peering is active and joins the VPCs of two places; it never leads on to a third.</summary>
    public Truth Joins(string peering, Placement from, Placement to) =>
        Find(peering).Is(p => (p.Status == "active") & Joins(p, from.Vpc, to.Vpc));

    /// <summary>The active peering between the VPCs of two places; null where there surely is none.</summary>
    public Fact<PeeringConnection?> Between(Placement from, Placement to) =>
        terrain.In<PeeringConnection>(from.Subnet.Value.Scope).Where(p => (p.Status == "active") & Joins(p, from.Vpc, to.Vpc)).Sole("the peering", RemedyKind.Attestation);

    /// <summary>A block behind a peering: who has its addresses there is not told.</summary>
    public Truth LeadsOut(string peering, Addresses to)
    {
        var gap = NetworkGap.Hidden(peering, $"who has {to.Text} beyond {peering} is not followed: name the host instead");
        return Find(peering).Is(p => p.Status == "active") & Truth.Unknown(gap);
    }

    /// <summary>Whether a rule on one place's security group counts for the other place, which may be in another VPC.</summary>
    /// <remarks>Never from another region; in the same one across an active peering, and perhaps across a transit gateway.</remarks>
    public Truth ShareGroups(Placement place, Placement peer)
    {
        var vpc = place.Vpc;
        if (!vpc.IsKnown || !peer.Vpc.IsKnown) return Truth.Unknown(vpc.IsKnown ? peer.Vpc.Source : vpc.Source);
        var between = terrain.In<PeeringConnection>(place.Subnet.Value.Scope).Where(p => Joins(p, vpc, peer.Vpc));
        if (between.Any(p => !p.IsWithinRegion).IsTrue) return false;
        var across = between.Any(p => (p.Status == "active") & p.IsWithinRegion);
        return across.IsFalse ? Truth.Unknown(Otherwise(vpc.Value, peer.Vpc.Value)) : across;
    }

    private static Gap Otherwise(Ref<Vpc> one, Ref<Vpc> other) => NetworkGap.Hidden(one.Id,
        $"no active peering joins {one} and {other}: whether their security groups may refer to each other was not read");

    private Fact<PeeringConnection> Find(string peering) => terrain.Environment.Resolve(new Ref<PeeringConnection>(peering));

    private static Truth Joins(PeeringConnection peering, Fact<Ref<Vpc>> one, Fact<Ref<Vpc>> other) =>
        (Is(peering.Requester, one) & Is(peering.Accepter, other)) | (Is(peering.Requester, other) & Is(peering.Accepter, one));

    private static Truth Is(Fact<Ref<Vpc>> end, Fact<Ref<Vpc>> vpc) => vpc.IsKnown ? end == vpc.Value : Truth.Unknown(vpc.Source);
}
