namespace Scanner.Model.Snapshots;

/// <summary>A place in a file: repository-relative, forward slashes; lines and columns from 1, the end column exclusive.</summary>
public sealed record SourceLocation(string File, int Line, int Column, int EndColumn, string Snippet);
