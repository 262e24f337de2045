using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Where a resource is declared.</summary>
/// <param name="Whole">The line that declares it.</param>
/// <param name="Properties">The lines of single properties, by their names in snapshots; one of a list, or of a map, has its key in brackets: <c>sharedStorage[/home]</c>.</param>
internal sealed record Places(SourceLocation Whole, IReadOnlyList<(string Property, SourceLocation Place)> Properties)
{
    public Places(SourceLocation whole) : this(whole, []) { }
}
