namespace Scanner.Model;

/// <summary>A security group's rule, with the blocks of addresses that it means.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Blocks">Its block, or the entries of its prefix list; none for a rule on a group.</param>
internal sealed record AdmittingRule(SecurityGroupRule Rule, Fact<Items<Cidr>> Blocks)
{
    public static Fact<Items<AdmittingRule>> Of(Fact<SecurityGroup> group, bool ingress, Func<string, Fact<Items<Cidr>>> entriesOf) =>
        group.Then(g => ingress ? g.Ingress : g.Egress).Map(rules => rules.Select(r => new AdmittingRule(r, BlocksOf(r, entriesOf))));

    private static Fact<Items<Cidr>> BlocksOf(SecurityGroupRule rule, Func<string, Fact<Items<Cidr>>> entriesOf) => rule.PeerKind switch
    {
        PeerKind.PrefixList => entriesOf(rule.Peer),
        PeerKind.Cidr => Cidr.Parse(rule.Peer) is { } block ? new([block], Evidence.Derived) : new(NetworkGap.Unsupported($"the peer {rule.Peer}")),
        _ => new([], Evidence.Derived),
    };
}
