namespace Scanner.Collect.Workbench;

/// <summary>A key of a YAML text.</summary>
/// <param name="Path">The keys above it and itself; <c>[]</c> for a list's elements.</param>
/// <param name="Index">Its line's index.</param>
/// <param name="Column">How far in it stands.</param>
/// <param name="Value">What follows on its line.</param>
internal sealed record OutlineKey(string Path, int Index, int Column, string Value)
{
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}
