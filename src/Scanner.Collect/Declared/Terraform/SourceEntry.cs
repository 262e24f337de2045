using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>An attribute or nested block of the user's sources.</summary>
/// <param name="place">Its line, redacted only where it is asked for.</param>
/// <param name="text">What an attribute is written with; empty where it is long, or a block.</param>
internal sealed class SourceEntry(Lazy<SourceLocation> place, string text)
{
    public SourceLocation Place => place.Value;

    public string Text => text;
}
