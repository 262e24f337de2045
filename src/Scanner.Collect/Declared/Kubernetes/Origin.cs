using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Where a value stands in a user's file.</summary>
internal sealed record Origin(DeclaredText File, int Line, int Column, int EndColumn)
{
    public SourceLocation Place => File.At(Line, Column, EndColumn);

    /// <summary>As messages have it.</summary>
    public override string ToString() => $"{File.Name}:{Line}:{Column}";
}
