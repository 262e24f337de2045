using Scanner.Model.Budgets;

namespace Scanner.Model;

/// <summary>One statement of a reference architecture, as a value: the last expression of its script.</summary>
/// <remarks>Its id, name and architecture come from the script's path: <c>rules/aws-parallelcluster/PCL-015-elb-sticky-sessions.csx</c>.</remarks>
public abstract class Rule
{
    private protected Rule() { }

    /// <summary>The statement that holds in a sound deployment, as a sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>How the reference architecture words it.</summary>
    public required Level Level { get; init; }

    /// <summary>Where the reference architecture says it.</summary>
    public required string Source { get; init; }

    /// <summary>The lines that say it or lead to it, by document and line numbers, e.g. <c>eks:59</c>, <c>parallelcluster:107-109</c>; none for a rule of the user's own.</summary>
    public Items<string> Statements { get; init; } = [];

    /// <summary>What happens to people where it does not hold.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about a failure.</summary>
    public required string Fix { get; init; }

    /// <summary>The weight of a failure, where it differs from what the level says.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The weight in particular architectures; the most specific one counts.</summary>
    public Items<(string Architecture, Severity Severity)> Severities { get; init; } = [];

    /// <summary>The architectures it concerns, where these are not simply its folder's and what extends that.</summary>
    public Items<string> Architectures { get; init; } = [];

    /// <summary>Ids of more general rules that need not run where this one does.</summary>
    public Items<string> Supersedes { get; init; } = [];

    /// <summary>
    /// The property in whose line of a user's file a failure would be mended, by its name in snapshots, e.g. <c>replicas</c>; of a list or
    /// map one entry in brackets, e.g. <c>sharedStorage[/home]</c>. It is the subject's, that of the Ingress which made it, or of the cluster of
    /// its environment. A key of one of Workbench's configuration files is <c>files[rserver.conf].www-port</c>, or <c>files[launcher.conf].cluster[Slurm].type</c>; where
    /// the key is absent, the file's line counts. Where it may be declared in several ways, all of them, e.g. <c>a, b</c>: the first that is counts.
    /// </summary>
    public string? At { get; init; }

    /// <summary>GitHub's security severity, 0.1 to 10; null where a failure is no security matter.</summary>
    public double? SecuritySeverity { get; init; }

    /// <summary>Whether a reference architecture words it, or only needs it.</summary>
    public Basis Basis { get; init; } = Basis.Seed;

    /// <summary>Whether it runs only where the user names it with <c>--only</c>: for a statement of the reference that is not so.</summary>
    public bool IsOffByDefault { get; init; }

    /// <summary>The type of subject it judges.</summary>
    internal abstract Type SubjectType { get; }

    /// <summary>What it judges in an environment.</summary>
    internal abstract ResourceSet<ISubject> Subjects(Environment environment);

    /// <summary>Judges one subject. Exceptions other than a missing fact are the caller's to handle.</summary>
    /// <exception cref="BudgetExceededException">It takes more than a rule may.</exception>
    /// <exception cref="OperationCanceledException">The user ends the scan.</exception>
    internal Ruling Judge(ISubject subject, Environment environment, CancellationToken cancellationToken = default)
    {
        using var budget = Budget.Open(BudgetLimits.OfRule, cancellationToken);
        var ruling = Decide(subject, environment);
        if (ruling.Judgement.Length > BudgetLimits.LongestJudgement) budget.End($"says more than {BudgetLimits.LongestJudgement} characters");
        budget.Verify();
        return ruling;
    }

    /// <summary>The advice for one subject: with real ids where the rule gives them.</summary>
    /// <exception cref="BudgetExceededException">It takes more than a rule may.</exception>
    /// <exception cref="OperationCanceledException">The user ends the scan.</exception>
    internal string Advice(ISubject subject, Environment environment, CancellationToken cancellationToken = default)
    {
        using var budget = Budget.Open(BudgetLimits.OfRule, cancellationToken);
        var advice = Advise(subject, environment);
        budget.Verify();
        return advice;
    }

    private protected abstract Ruling Decide(ISubject subject, Environment environment);

    private protected abstract string Advise(ISubject subject, Environment environment);

    internal Severity DefaultSeverity => Severity ?? Level switch
    {
        Level.Must => Model.Severity.Error,
        Level.Should => Model.Severity.Warning,
        _ => Model.Severity.Note,
    };
}
