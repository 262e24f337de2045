namespace Scanner.Check.Isolation;

/// <summary>The first that the child is asked: to compile scripts and make their rules.</summary>
internal sealed record CompileRequest(IReadOnlyList<RuleScript> Scripts);
