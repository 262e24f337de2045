using Scanner.Check.Detection;
using Scanner.Check.Isolation;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Judges again what a scan would have found, had it seen something else; counted, so that a search ends.</summary>
internal sealed class Retrial(Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged)
{
    private readonly HashSet<string> _isolated = rules.Where(r => r.Isolation is not null).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _foreign = rules.Where(r => !r.IsShipped).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

    private int _end;

    public int Tries { get; private set; }

    public bool IsExhausted => Tries >= _end;

    /// <summary>From now on, so many times.</summary>
    public void Allow(int tries) => _end = Tries + tries;

    /// <summary>How often a snapshot of that size may be judged: each time costs as much as it is large.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="most">How often however small it is.</param>
    /// <param name="least">How often however large it is.</param>
    /// <param name="observations">How many observations may be looked at in all.</param>
    public static int Affordable(Snapshot snapshot, int most, int least, int observations) => Math.Clamp(observations / Math.Max(1, snapshot.Observations.Count), least, most);

    /// <summary>The verdict of one rule on one subject; null where it would not be judged, or where the values make no sense.</summary>
    public Verdict? Judge(Snapshot snapshot, string environment, Finding finding, CancellationToken cancellationToken) =>
        Judge(snapshot, environment, [finding.Rule], cancellationToken, new HashSet<(string, string)> { (finding.SubjectKind, finding.SubjectId) }).Find(f => IsSame(f, finding))?.Verdict;

    /// <summary>The findings of some rules about an environment; none where the values make no sense.</summary>
    public List<Finding> Judge(Snapshot snapshot, string environment, IReadOnlyList<RuleDescription> asked, CancellationToken cancellationToken, IReadOnlySet<(string Kind, string Id)>? only = null, IReadOnlySet<string>? named = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Tries++;
        try
        {
            var graph = new ResourceGraph(snapshot, named is null ? _ => false : named.Contains, merged);
            var strict = graph.MissingWhatWasLeftOut();
            var (own, foreign) = (asked.Where(r => !_foreign.Contains(r.Id)).ToList(), asked.Where(r => _foreign.Contains(r.Id) && !_isolated.Contains(r.Id)).ToList());
            var apart = asked.Where(r => _isolated.Contains(r.Id)).ToList();
            return
            [
                .. Run(graph, environment, own, only, cancellationToken), .. Run(strict, environment, foreign, only, cancellationToken),
                .. apart.Count > 0 && Find(strict, environment) is { } seen ? new IsolatedRun(seen, parameters, rules).Judge(apart, cancellationToken, only, named) : [],
            ];
        }
        catch (SnapshotFormatException)
        {
            return []; // a value that the property cannot have
        }
    }

    public static bool IsSame(Finding one, Finding other) =>
        one.Rule.Id == other.Rule.Id && one.SubjectKind == other.SubjectKind && one.SubjectId == other.SubjectId;

    private IReadOnlyList<Finding> Run(ResourceGraph graph, string id, List<RuleDescription> asked, IReadOnlySet<(string Kind, string Id)>? only, CancellationToken cancellationToken) =>
        asked.Count > 0 && Find(graph, id) is { } environment
            ? new RuleRunner(environment).Run(asked, cancellationToken, only is null ? null : s => only.Contains((s.GetType().Name, s.Id))) : [];

    private Model.Environment? Find(ResourceGraph graph, string id) => EnvironmentFinder.Find(graph, parameters).FirstOrDefault(e => e.Id == id);
}
