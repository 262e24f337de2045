namespace Scanner.Model;

/// <summary>A security group's rule, its block of addresses parsed once.</summary>
internal sealed record AdmittingRule(SecurityGroupRule Rule, Cidr? Block)
{
    public static Fact<Items<AdmittingRule>> Of(Fact<SecurityGroup> group, bool ingress) => group.Then(g => ingress ? g.Ingress : g.Egress)
        .Map(rules => rules.Select(r => new AdmittingRule(r, r.PeerKind is PeerKind.Cidr ? Cidr.Parse(r.Peer) : null)));
}
