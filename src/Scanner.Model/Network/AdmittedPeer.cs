namespace Scanner.Model;

/// <summary>Somebody whom the security groups of an endpoint let in: one peer of one of their rules, or anybody where there is no group.</summary>
public sealed class AdmittedPeer : IShown
{
    private readonly Fact<Items<Cidr>> _blocks;

    internal AdmittedPeer(string by, SecurityGroupRule rule, Fact<Items<Cidr>> blocks, ResourceSet<GroupHolder> holders) =>
        (By, Rule, _blocks, Holders) = (by, rule, blocks, holders);

    /// <summary>The id of the group whose rule it is; of the endpoint itself where it has no group and so takes anything.</summary>
    public string By { get; }

    /// <summary>The rule as it is written.</summary>
    public SecurityGroupRule Rule { get; }

    /// <summary>Its block, or those of its prefix list; none for a group.</summary>
    public Fact<Items<Cidr>> Blocks => _blocks;

    /// <summary>Whether it is a group, and not a block of addresses or a prefix list.</summary>
    public bool IsGroup => Rule.PeerKind is PeerKind.SecurityGroup;

    /// <summary>Who has the group; nobody for addresses. Incomplete where that could not all be listed.</summary>
    public ResourceSet<GroupHolder> Holders { get; }

    /// <summary>Whether all its addresses lie in the given blocks together; never for a group.</summary>
    public Truth IsWithin(Items<Cidr> blocks) => IsGroup ? false : _blocks.Is(own => own.All(block => Of(block).CoveredBy([.. blocks], () => Gap.NeverRead).IsTrue));

    /// <summary>Whether it lets in every address of one family.</summary>
    public Truth IsAnybody => _blocks.Is(own => own.Any(block => block.Prefix == 0));

    /// <summary>Whether some of its addresses lie in the block; never for a group.</summary>
    public Truth Overlaps(Cidr block) => IsGroup ? false : _blocks.Is(own => own.Any(o => o.Overlaps(block)));

    /// <summary>The ports as they are written, <c>22</c>, <c>8000-9000</c> or <c>all ports</c>.</summary>
    [MessageOnly]
    public string Ports => Rule.Protocol is "-1" or "all" || Rule.FromPort is null or -1 ? "all ports"
        : Rule.ToPort is { } to && to != Rule.FromPort ? $"{Rule.FromPort}-{to}" : $"{Rule.FromPort}";

    string IShown.Show() => ToString();

    public override string ToString() => $"{Rule.Peer} ({By})";

    private static Addresses Of(Cidr block) => new(block.IsIpv6, true, [block]);
}
