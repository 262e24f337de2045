using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.History;
using Scanner.Report.Json;

namespace Scanner.Report.History;

/// <summary>A history as a document; docs/history.schema.json describes it.</summary>
internal sealed record HistoryDocument(string Schema, string Store, string? Rule, IReadOnlyList<PastCheckDocument> Checks, IReadOnlyList<DamagedDocument> Damaged, IReadOnlyList<TrendDocument> Environments);

internal sealed record PastCheckDocument(string Entry, DateTimeOffset StartedAt, string Tool, string Snapshot);

internal sealed record DamagedDocument(string File, string Problem);

internal sealed record TrendDocument(string Id, string Key, string Label, IReadOnlyList<StepDocument> Steps, IReadOnlyList<RuleTrendDocument> Rules, IReadOnlyList<StoryDocument> Failures);

/// <summary>A check's counts; <c>found</c> is false where it looked, and did not find the environment.</summary>
internal sealed record StepDocument(string Entry, bool Found, VerdictCounts Verdicts, int New, int Fixed, int Lost);

internal sealed record RuleTrendDocument(string Id, string Title, IReadOnlyList<RuleStepDocument> Steps);

internal sealed record RuleStepDocument(string Entry, bool Ran, VerdictCounts Verdicts);

internal sealed record VerdictCounts(int Pass, int Fail, int Unknown, int NotApplicable);

/// <summary>A failure; checks are named by their entries.</summary>
internal sealed record StoryDocument(string Rule, string Title, Severity Severity, SubjectDocument Subject, MessageDocument? Message, FailureState State)
{
    public required string First { get; init; }

    public required string LastSeen { get; init; }

    public required string? Before { get; init; }

    public required string Beginning { get; init; }

    public required string? End { get; init; }

    public required string Why { get; init; }

    public required StepDriftDocument? Drift { get; init; }
}

/// <summary>What changed when it began; <c>others</c> counts what has nothing to do with it.</summary>
internal sealed record StepDriftDocument(IReadOnlyList<StepChangeDocument> Changes, int Others, int Undecided, string? Problem);

internal sealed record StepChangeDocument(ChangeKind Change, string Kind, string Scope, string Key, string? Path, IReadOnlyList<JsonElement>? Old, IReadOnlyList<JsonElement>? New);
