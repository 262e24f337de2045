namespace Scanner.Model.Drift;

/// <summary>What is compared: everything of one kind, in one account and region or cluster, that has one key.</summary>
/// <param name="Kind">The resource kind.</param>
/// <param name="Scope">Where it was seen.</param>
/// <param name="Key">What survives its replacement; the instances of one group have one key.</param>
public sealed record ResourceName(string Kind, string Scope, string Key)
{
    /// <summary>In place of a key: whatever there is of the kind.</summary>
    public const string Any = "*";

    /// <summary>By kind, scope and key.</summary>
    public static IComparer<ResourceName> Order { get; } = Comparer<ResourceName>.Create((one, other) =>
        string.CompareOrdinal(one.Kind, other.Kind) is not 0 and var kind ? kind
        : string.CompareOrdinal(one.Scope, other.Scope) is not 0 and var scope ? scope
        : string.CompareOrdinal(one.Key, other.Key));

    public override string ToString() => $"{Kind} {Key}";
}
