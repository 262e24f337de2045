namespace Scanner.Check.Tracing;

/// <summary>Which rules stand for which lines of the reference architectures.</summary>
public sealed class TraceMatrix
{
    private readonly ILookup<(string Document, int Line), LoadedRule> _rules;

    public TraceMatrix(IReadOnlyList<ReferenceDocument> documents, IReadOnlyList<LoadedRule> rules)
    {
        Documents = documents;
        Rules = rules;
        _rules = rules.SelectMany(r => Lines(r).Select(line => (Line: line, Rule: r))).ToLookup(s => s.Line, s => s.Rule);
    }

    public IReadOnlyList<ReferenceDocument> Documents { get; }

    public IReadOnlyList<LoadedRule> Rules { get; }

    /// <summary>The rules that stand for a line, by id.</summary>
    public IReadOnlyList<LoadedRule> Of(ReferenceDocument document, int line) => [.. _rules[(document.Key, line)].OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>What is missing: a line with neither rule nor reason, one with both, a rule without a line, a line that is not there.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var document in Documents)
            foreach (var line in document.Lines)
                if (_rules[(document.Key, line)].Any() == document.Unruled.ContainsKey(line))
                    yield return $"{document.Key}:{line} has {(document.Unruled.ContainsKey(line) ? "both rules and a reason for none" : "neither a rule nor a reason for none")}";
        foreach (var rule in Rules.Where(r => r.IsShipped && r.Rule.Statements.IsEmpty)) yield return $"{rule.Id} names no statement that it stands for";
        foreach (var lost in _rules.Where(g => !Documents.Any(d => d.Key == g.Key.Document && d.Lines.Contains(g.Key.Line))))
            yield return $"{lost.First().Id} stands for {lost.Key.Document}:{lost.Key.Line}, which says nothing";
    }

    private static IEnumerable<(string Document, int Line)> Lines(LoadedRule rule) => rule.Rule.Statements.AsEnumerable()
        .Select(s => s.Split(':', 2)).SelectMany(s => LineNumbers.Of(s[1]).Select(line => (s[0], line)));
}
