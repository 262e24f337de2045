using Scanner.Model.Findings;

namespace Scanner.Check.History;

/// <summary>
/// What earlier checks said last of the environments of a check, put together from the latest on: where one ran only some rules, what others said before it
/// still holds of the rest.
/// </summary>
public sealed class LastWord
{
    private readonly HashSet<string> _looked;
    private readonly IReadOnlyList<EnvironmentReport> _now;
    private readonly List<BaselineEnvironment> _found = [];
    private Baseline? _latest;

    /// <param name="report">The check that will be compared to it.</param>
    public LastWord(ScanReport report) =>
        (_looked, _now) = (report.Snapshot.Header.Targets.SelectMany(t => t.Scopes).ToHashSet(StringComparer.Ordinal), report.Environments);

    /// <summary>Whether no earlier check has anything to add.</summary>
    public bool IsWhole => _latest is not null && _now.All(n => _found.Find(f => f.Is(n)) is { } found && n.Rules.All(r => found.Rules.Contains(r.Id)));

    /// <summary>Takes the next earlier check; one that looked elsewhere says nothing.</summary>
    public void Add(Baseline earlier)
    {
        if (!earlier.Looked.Any(_looked.Contains)) return;
        foreach (var environment in earlier.Environments)
        {
            // an environment that the latest check had lost already is not lost again
            if (_latest is not null && !_now.Any(environment.Is)) continue;
            if (_found.FindIndex(f => f.Is(environment)) is >= 0 and var at) _found[at] = With(_found[at], environment);
            else _found.Add(environment);
        }
        _latest ??= earlier;
    }

    /// <summary>All of it; null where no check looked there.</summary>
    /// <param name="name">What it is called.</param>
    public Baseline? Of(string name) => _latest is null ? null : _latest with { File = name, Environments = _found };

    private static BaselineEnvironment With(BaselineEnvironment later, BaselineEnvironment earlier) => later with
    {
        Rules = later.Rules.Union(earlier.Rules, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal),
        Verdicts = [.. later.Verdicts, .. earlier.Verdicts.Where(v => !later.Rules.Contains(v.Finding.Rule.Id))],
    };
}
