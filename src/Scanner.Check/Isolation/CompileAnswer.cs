namespace Scanner.Check.Isolation;

/// <summary>What became of the scripts: how each rule describes itself, and what is wrong with others.</summary>
internal sealed record CompileAnswer(IReadOnlyList<RuleText> Rules, IReadOnlyList<RuleDiagnostic> Errors);
