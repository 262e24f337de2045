namespace Scanner.Check;

/// <summary>What the compiler made of scripts: an assembly of the good ones, and what is wrong with the others.</summary>
/// <param name="Image">The assembly; null where no script was good.</param>
/// <param name="Errors">Sorted by file, line and column.</param>
public sealed record CompiledRules(byte[]? Image, IReadOnlyList<RuleDiagnostic> Errors);
