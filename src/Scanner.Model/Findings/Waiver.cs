using Scanner.Model.Snapshots;

namespace Scanner.Model.Findings;

/// <summary>Somebody's word that a failure is accepted for a while.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Key">The key of the subject, with <c>*</c> for anything.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who accepts it.</param>
/// <param name="Expires">The first moment at which it no longer holds.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Waiver(string Rule, string Key, string Reason, string Owner, DateTimeOffset Expires, SourceLocation Place)
{
    /// <summary>The id or key of the environment, with <c>*</c> for anything; null for every one.</summary>
    public string? Environment { get; init; }

    /// <summary>Where it is discussed; null where nothing is said.</summary>
    public string? Ticket { get; init; }

    /// <summary>The facts of which it was given; null where it holds whatever they are.</summary>
    public string? FactsHash { get; init; }

    /// <summary>These facts' hashes, by name, to tell which of them changed; empty where that is not written down.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary><c>file:line</c>.</summary>
    public string At => $"{Place.File}:{Place.Line}";

    public bool Concerns(EnvironmentReport environment) => Environment is null || KeyPattern.Matches(Environment, environment.Key) || KeyPattern.Matches(Environment, environment.Id);

    public bool Concerns(Finding finding) => finding.Rule.Id == Rule && KeyPattern.Matches(Key, finding.SubjectKey);
}
