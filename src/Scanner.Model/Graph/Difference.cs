namespace Scanner.Model;

/// <summary>Something of a cluster that a file declares otherwise than the configuration that it runs with.</summary>
/// <param name="Part">The cluster, or its node group, by key.</param>
/// <param name="Property">Which property, as snapshots name it; null where one of the two lacks the part as a whole.</param>
/// <param name="Declared">What the file says; <c>nothing</c> where it lacks the part.</param>
/// <param name="Running">What the cluster runs with; <c>nothing</c> where it lacks the part.</param>
public sealed record Difference(string Part, string? Property, string Declared, string Running) : IShown
{
    string IShown.Show() => ToString();

    public override string ToString() => $"{Part}{(Property is null ? "" : " " + Property)}: {Declared} in the file, {Running} where it runs";
}
