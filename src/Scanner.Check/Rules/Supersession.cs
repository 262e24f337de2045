namespace Scanner.Check;

/// <summary>Which rule stands in for which: one that stands in for itself, directly or by way of others, would leave none of them.</summary>
internal static class Supersession
{
    public static IEnumerable<RuleDiagnostic> Circles(IReadOnlyList<LoadedRule> rules)
    {
        var supersedes = rules.ToDictionary(r => r.Id, r => r.Rule.Supersedes, StringComparer.Ordinal);
        return rules.Where(r => Reached(r.Id, supersedes).Contains(r.Id)).Select(r => new RuleDiagnostic(r.Path, 1, 1, RuleError.Circle,
            $"{r.Id} supersedes itself{(r.Rule.Supersedes.Contains(r.Id) ? "" : " by way of others")}, so that no rule would be left", "a rule of the same id replaces the shipped one without Supersedes"));
    }

    private static HashSet<string> Reached(string id, Dictionary<string, Model.Items<string>> supersedes)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([id]));
        while (open.TryPop(out var at))
            foreach (var next in supersedes.TryGetValue(at, out var named) ? named : [])
                if (reached.Add(next)) open.Push(next);
        return reached;
    }
}
