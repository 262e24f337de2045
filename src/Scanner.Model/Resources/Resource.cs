namespace Scanner.Model;

/// <summary>A node of the graph. Edges are properties (<c>Fact&lt;Ref&lt;Subnet&gt;&gt;</c>); all properties are facts.</summary>
/// <remarks>Only scans make resources: their properties cannot be set by rules, not even on a copy.</remarks>
public abstract class Resource : ISubject, IShown
{
    private protected Resource() { }

    /// <summary>The provider's identity, e.g. an ARN.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The identity that survives replacement: stack and logical id, node group, namespace/kind/name.</summary>
    public string Key { get; internal init; } = "";

    /// <summary>Account and region, cluster, or file.</summary>
    public string Scope { get; internal init; } = "";

    /// <summary>The name people gave it; null where it has none.</summary>
    public Fact<string?> Name { get; internal init; }

    /// <summary>The name where it has one, else the id.</summary>
    [MessageOnly]
    public virtual string Label => Name is { IsKnown: true, Value: { Length: > 0 } name } ? name : Id;

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
