namespace Scanner.Model;

/// <summary>Where a fact comes from (<see cref="Evidence"/>), or why there is none (<see cref="Gap"/>).</summary>
public abstract record Source
{
    private protected Source() { }

    /// <summary>The gap behind this source, or null where the fact is known.</summary>
    internal abstract Gap? Missing { get; }

    /// <summary>Whether a change says it that is not made yet.</summary>
    internal bool IsPreview => (this is Reading { Behind: var behind } ? behind : this) is Evidence { Plane: Plane.Preview };
}
