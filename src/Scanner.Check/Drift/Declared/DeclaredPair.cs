namespace Scanner.Check.Drift.Declared;

/// <summary>A property that is compared with its declaration.</summary>
/// <param name="Kind">The resource kind.</param>
/// <param name="Property">The property, as snapshots name it.</param>
/// <param name="Fit">How.</param>
internal sealed record DeclaredPair(string Kind, string Property, Fit Fit)
{
    /// <summary>The members of a list's elements that are compared; empty for all.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>What files say it as, where that is something else than the property.</summary>
    public string SaidAs { get; init; } = Property;
}
