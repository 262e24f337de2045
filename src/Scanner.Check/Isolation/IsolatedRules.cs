using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Isolation;

/// <summary>Rules that a child process compiles and runs, and what it says of them. Once it has ended, every verdict of theirs is unknown.</summary>
public sealed class IsolatedRules : IDisposable
{
    private readonly Lock _one = new();
    private readonly ChildProcess _child;
    private readonly TimeSpan _longest;

    private Snapshot? _asked;
    private string? _ended;

    private IsolatedRules(ChildProcess child, TimeSpan longest)
    {
        (_child, _longest) = (child, longest);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Whether the child could not be cut off from the network.</summary>
    public bool HasNetwork => _child.HasNetwork;

    /// <summary>The rules of scripts, in a child of their own.</summary>
    /// <param name="program">What starts scanner, and the arguments that make it a judge.</param>
    /// <param name="scripts">What to compile.</param>
    /// <param name="longest">How long each answer may take; twice the processor time that the child has, unless given.</param>
    public static (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors, IsolatedRules Isolation) Start(IReadOnlyList<string> program, IReadOnlyList<RuleScript> scripts, TimeSpan? longest = null)
    {
        var isolated = new IsolatedRules(ChildProcess.Start(program), longest ?? TimeSpan.FromSeconds(2 * ProcessLimits.Seconds));
        var (rules, errors) = isolated.Ask(new CompileRequest(scripts), (CompileAnswer answer) => (isolated.Loaded(scripts, answer.Rules), answer.Errors), CancellationToken.None)
            ?? (isolated.Loaded(scripts, scripts.Select(RuleText.Unknown)), []);
        return (rules, errors, isolated);
    }

    public void Dispose() => _child.Dispose();

    /// <summary>What the rules say of an environment of a snapshot.</summary>
    /// <param name="seen">The environment, of a graph of the snapshot.</param>
    /// <param name="parameters">What the user says.</param>
    /// <param name="rules">What is asked.</param>
    /// <param name="only">Which subjects are judged, by kind and id; null for all.</param>
    /// <param name="named">The resources whose readings are wanted; null where the graph names all, or none.</param>
    /// <param name="cancellationToken">The user's.</param>
    internal (IReadOnlyList<Finding> Findings, IReadOnlyList<Notification> Notifications) Judge(
        Model.Environment seen, Parameters parameters, IReadOnlyList<RuleDescription> rules, IReadOnlySet<(string, string)>? only, IReadOnlySet<string>? named, CancellationToken cancellationToken)
    {
        if (rules.Count == 0) return ([], []);
        lock (_one)
        {
            var snapshot = seen.Graph.Snapshot;
            var request = new JudgeRequest(ReferenceEquals(snapshot, _asked) ? null : Text(snapshot), snapshot.File, parameters.Values.Entries.ToDictionary(), seen.Id,
                [.. rules.Select(r => (r.Id, r.Severity))], only is null ? null : [.. only], named is null ? null : [.. named], seen.Graph.IsNamed);
            _asked = snapshot;
            return Ask(request, (JudgeAnswer answer) => (Findings(answer, rules), answer.Notifications), cancellationToken) ?? Unjudged(seen, rules);
        }
    }

    /// <exception cref="InvalidDataException">A rule describes itself in a way that none can.</exception>
    private IReadOnlyList<LoadedRule> Loaded(IReadOnlyList<RuleScript> scripts, IEnumerable<RuleText> texts)
    {
        var known = texts.ToLookup(r => r.Id, StringComparer.Ordinal);
        return [.. scripts.OrderBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => known[s.Id].Take(1)
            .Select(text => new LoadedRule(s.Id, s.Name, s.Architecture, s.Path, text.ToRule()) { AsksAttestation = text.AsksAttestation, Isolation = this }))];
    }

    /// <returns>What was made of the answer; null where the child has ended, or makes no sense.</returns>
    private TResult? Ask<TRequest, TAnswer, TResult>(TRequest request, Func<TAnswer, TResult> take, CancellationToken cancellationToken) where TResult : struct
    {
        if (_ended is not null) return null;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_longest);
        try
        {
            // neither writing nor reading to a process that does neither ends by itself
            return take(Task.Run(() => Exchange<TRequest, TAnswer>(request), CancellationToken.None).WaitAsync(deadline.Token).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _ended = $"it did not answer within {_longest.TotalSeconds} s";
            _child.End();
        }
        catch (InvalidDataException e)
        {
            _ended = $"it answered what makes no sense ({e.Message})";
            _child.End();
        }
        catch (IOException)
        {
            _ended = _child.Ended();
        }
        return null;
    }

    private Task<TAnswer> Exchange<TRequest, TAnswer>(TRequest request)
    {
        Frames.Write(_child.Input, request);
        return Frames.Read<TAnswer>(_child.Output, CancellationToken.None);
    }

    /// <exception cref="InvalidDataException">It speaks of other rules than those that were asked, or not of all of these.</exception>
    private static IReadOnlyList<Finding> Findings(JudgeAnswer answer, IReadOnlyList<RuleDescription> rules)
    {
        var asked = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return answer.Findings.All(f => asked.ContainsKey(f.Rule)) && answer.Notifications.All(n => n.Rule is { } rule && asked.ContainsKey(rule))
            ? [.. answer.Findings.Select(f => f.ToFinding(asked[f.Rule]))]
            : throw new InvalidDataException("of rules that were not asked");
    }

    private (IReadOnlyList<Finding> Findings, IReadOnlyList<Notification> Notifications) Unjudged(Model.Environment environment, IReadOnlyList<RuleDescription> rules)
    {
        var text = $"{rules.Count} isolated {(rules.Count == 1 ? "rule was" : "rules were")} not judged: the process that runs them is gone: {_ended}";
        var maker = new FindingMaker(environment);
        return ([.. rules.Select(r => maker.Unknown(r, environment, new("", "", r.Id, GapCause.Undecidable, text, new(RemedyKind.Flag, $"mend {r.Path}, or leave it out to see which rule it is"))))],
            [new("SCN-103", true, text, null)]);
    }

    private static string Text(Snapshot snapshot)
    {
        using var text = new MemoryStream();
        SnapshotWriter.Write(snapshot, text);
        return Convert.ToBase64String(text.GetBuffer(), 0, (int)text.Length);
    }
}
