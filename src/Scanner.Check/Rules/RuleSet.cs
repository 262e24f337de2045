namespace Scanner.Check;

/// <summary>Rules ready to run, and what was wrong with others.</summary>
/// <param name="Rules">Sorted by id.</param>
/// <param name="Errors">Scripts that did not become rules; the caller decides whether to go on without them.</param>
/// <param name="Notes">What a user should know: rules that were replaced, a cache that could not be written.</param>
public sealed record RuleSet(IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors, IReadOnlyList<string> Notes);
