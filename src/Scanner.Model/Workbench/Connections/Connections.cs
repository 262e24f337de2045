namespace Scanner.Model;

/// <summary>Connections that are needed, all of them.</summary>
public sealed class Connections
{
    private readonly ResourceSet<Connection> _all;

    internal Connections(ResourceSet<Connection> all) => _all = all;

    /// <summary>Whether any are needed at all.</summary>
    public Truth Any => _all.Any();

    /// <summary>Whether every one can be made.</summary>
    public Truth All => _all.All(c => c.Answer);

    /// <summary>The same, where somebody attests the rule of those that nothing seen tells of.</summary>
    public Truth AllOrAttested(Environment environment, string rule) => _all.All(c => environment.AttestedWhereUnseen(rule, c.Answer));

    /// <summary>Those that surely cannot, by who needs them and what they lead to.</summary>
    [MessageOnly]
    public string Blocked => string.Join(", ", Cut.GroupBy(c => c.To, StringComparer.Ordinal).OrderBy(to => to.Key, StringComparer.Ordinal)
        .Select(to => $"{string.Join(" and ", to.Select(c => c.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} to {to.Key}"));

    /// <summary>The path of the first of those, with what stands in the way; null where there is none.</summary>
    [MessageOnly]
    public Reachability? FirstBlocked => Cut.FirstOrDefault(c => c.Computed.IsFalse)?.Way();

    /// <summary>Whether hosts say of some that they can be made which, by all that was read of the network, cannot.</summary>
    public Truth AreDisputed => _all.Members.Any(m => m.Item.Told.IsTrue && m.Item.Computed.IsFalse);

    private IEnumerable<Connection> Cut => _all.Members.Where(m => m.Doubt is null && m.Item.Answer.IsFalse).Select(m => m.Item);
}
