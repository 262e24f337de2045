using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>A block of the user's sources, with its place.</summary>
/// <param name="Address">Its type and labels, e.g. <c>resource aws_lb main</c>.</param>
/// <param name="Place">The line that it begins on.</param>
/// <param name="Entries">What is in it; of nested blocks by both names, e.g. <c>stickiness.enabled</c>.</param>
internal sealed record SourceBlock(string Address, SourceLocation Place, IReadOnlyDictionary<string, SourceEntry> Entries)
{
    /// <summary>The place of an attribute such as <c>stickiness.enabled</c>, or of the block that it would stand in; null where neither is written.</summary>
    public SourceLocation? At(string path) => Entries.TryGetValue(path, out var entry) ? entry.Place
        : path.LastIndexOf('.') is var dot and > 0 ? At(path[..dot]) : null;

    /// <summary>What an attribute is written with; null where that is not at hand.</summary>
    public string? Text(string path) => Entries.TryGetValue(path, out var entry) && entry.Text.Length > 0 ? entry.Text : null;
}
