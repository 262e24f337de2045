namespace Scanner.Model.Findings;

/// <summary>One fact that several failures share, and of which another value was seen to resolve them all.</summary>
/// <param name="Kind">The kind of the resource, e.g. <c>SecurityGroup</c>.</param>
/// <param name="Resource">The resource's id.</param>
/// <param name="Label">What its people call it.</param>
/// <param name="Property">The part of the property that matters, e.g. <c>sharedStorage[/home].fileSystemId</c>.</param>
/// <param name="Value">What it is, as JSON; what it lacks, where <paramref name="IsLack"/>.</param>
/// <param name="IsLack">Whether something is missing in it, as opposed to being wrong.</param>
/// <param name="Evidence">Who said so.</param>
/// <param name="Findings">The failures, in the order of the report.</param>
public sealed record Cause(string Kind, string Resource, string Label, string Property, string Value, bool IsLack, Evidence Evidence, IReadOnlyList<Finding> Findings)
{
    /// <summary>The same cause in every scan that has it.</summary>
    public string Name => $"{Kind}/{Resource}/{Property}";

    /// <summary>As a clause, e.g. <c>type of FileSystem fs-1 is "efs"</c>.</summary>
    public override string ToString() => $"{Property} of {Kind} {Label} {(IsLack ? "lacks" : "is")} {Value}";
}
