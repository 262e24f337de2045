namespace Scanner.Collect.Declared;

/// <summary>A file or folder, and what the user says it is.</summary>
/// <param name="Input">The file or folder.</param>
/// <param name="Format">The format's key; null where it is told from what is in it.</param>
public sealed record DeclaredSource(DeclaredInput Input, string? Format);
