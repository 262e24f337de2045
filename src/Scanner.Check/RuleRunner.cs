using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check;

/// <summary>The engine: for each rule and subject exactly one judgement. A rule that crashes is unknown for that subject and stops nothing else.</summary>
/// <remarks>Several threads share rules out among themselves; what is found is the same, in the same order.</remarks>
internal sealed class RuleRunner
{
    private readonly Model.Environment _environment;
    private readonly FindingMaker _findings;
    private readonly List<Notification> _notifications = [];
    private readonly int _threads;

    /// <param name="environment">What is judged.</param>
    /// <param name="threads">How many rules are asked at a time.</param>
    public RuleRunner(Model.Environment environment, int threads = 1) : this(environment, new(environment), threads) { }

    private RuleRunner(Model.Environment environment, FindingMaker findings, int threads) => (_environment, _findings, _threads) = (environment, findings, threads);

    public IReadOnlyList<Notification> Notifications => _notifications;

    /// <param name="rules">What is asked.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    /// <param name="only">Which subjects are judged; null for all.</param>
    public IReadOnlyList<Finding> Run(IReadOnlyList<RuleDescription> rules, CancellationToken cancellationToken, Func<ISubject, bool>? only = null)
    {
        var findings = _threads > 1 ? AtOnce(rules, only, cancellationToken) : InTurn(rules, only, cancellationToken);
        return [.. findings.OrderBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.SubjectKey, StringComparer.Ordinal).ThenBy(f => f.SubjectId, StringComparer.Ordinal)];
    }

    private List<Finding> InTurn(IReadOnlyList<RuleDescription> rules, Func<ISubject, bool>? only, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(Run(rule, only));
        }
        return findings;
    }

    /// <summary>A runner for each rule, so that none waits for another's list.</summary>
    private List<Finding> AtOnce(IReadOnlyList<RuleDescription> rules, Func<ISubject, bool>? only, CancellationToken cancellationToken)
    {
        var (runners, found) = (new RuleRunner[rules.Count], new List<Finding>[rules.Count]);
        Parallel.For(0, rules.Count, new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, i =>
        {
            runners[i] = new(_environment, _findings, threads: 1);
            found[i] = runners[i].Run(rules[i], only);
        });
        foreach (var runner in runners) _notifications.AddRange(runner._notifications);
        return [.. found.SelectMany(f => f)];
    }

    private List<Finding> Run(RuleDescription rule, Func<ISubject, bool>? only)
    {
        var subjects = Guarded(rule, _environment, () => rule.Rule.Subjects(_environment), out var crash);
        if (subjects is null) return [_findings.Unknown(rule, _environment, crash!)];
        var found = subjects.Members.Where(m => only?.Invoke(m.Item) != false).Select(m => Judge(rule, m)).ToList();
        // what could not be listed may hold the very subject that fails
        if (subjects.Unlisted is { } unlisted) found.Add(_findings.Unknown(rule, _environment, unlisted));
        else if (found.Count == 0) found.Add(_findings.WithoutSubject(rule));
        return found;
    }

    private Finding Judge(RuleDescription rule, Member<ISubject> member)
    {
        var ruling = Guarded(rule, member.Item, () => rule.Rule.Judge(member.Item, _environment), out var crash);
        if (ruling is null) return _findings.Unknown(rule, member.Item, crash!);
        return member.Doubt is { } doubt && ruling.Judgement.Verdict is not Verdict.NotApplicable
            ? _findings.Unknown(rule, member.Item, doubt)
            : _findings.Of(rule, member.Item, ruling, Advice(rule, member.Item, ruling));
    }

    /// <summary>A fix that cannot be worded must not cost the verdict.</summary>
    private string Advice(RuleDescription rule, ISubject subject, Ruling ruling) => ruling.Judgement.Verdict is Verdict.Fail
        ? Guarded(rule, subject, () => rule.Rule.Advice(subject, _environment), out _) ?? rule.Rule.Fix
        : rule.Rule.Fix;

    private T? Guarded<T>(RuleDescription rule, ISubject subject, Func<T> call, out Gap? crash) where T : class
    {
        try
        {
            crash = null;
            return call();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            var cause = (e as System.Reflection.TargetInvocationException)?.InnerException ?? e;
            var text = $"rule {rule.Id} failed on {OneLine.Of(subject.Label)}: {cause.GetType().Name}: {OneLine.Of(cause.Message)}";
            _notifications.Add(new("SCN-101", true, text, rule.Id));
            crash = new("", "", rule.Id, GapCause.Undecidable, text, new(RemedyKind.Flag, $"mend {rule.Path}"));
            return null;
        }
    }
}
