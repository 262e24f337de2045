using System.Text.Json.Serialization;
using Scanner.Model;
using Scanner.Report.Json;

namespace Scanner.Report.Baselines;

/// <summary>A baseline as a document; docs/baseline.schema.json describes it.</summary>
internal sealed record BaselineDocument(string Schema, string Tool, DateTimeOffset StartedAt, IReadOnlyList<BaselineEnvironmentDocument> Environments)
{
    /// <summary>Everywhere that the scan looked; not in version 1.0.</summary>
    public IReadOnlyList<string>? Looked { get; init; }
}

internal sealed record BaselineEnvironmentDocument(string Id, string Key, string Label, string Run)
{
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Architectures { get; init; }

    /// <summary>Why the architecture could not be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GapDocument? Undecided { get; init; }

    /// <summary>The ids of those that ran.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Those that fail, so that a failure can be told of where its rule does not run.</summary>
    public required IReadOnlyList<BaselineRuleDocument> Failing { get; init; }

    public required IReadOnlyList<BaselineVerdictDocument> Verdicts { get; init; }
}

internal sealed record BaselineRuleDocument(string Id, string Name, string Architecture, string Path, string Title, Level Level, Severity Severity, Basis Basis, double? SecuritySeverity, string Source, string Why, string Fix);

internal sealed record BaselineVerdictDocument(string Rule, Verdict Verdict, SubjectDocument Subject, string Fingerprint)
{
    /// <summary>What only a failure has; left out of other verdicts, which are most.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BaselineFailureDocument? Failure { get; init; }

    /// <summary>What stood in the way of a decision; not in version 1.0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GapDocument? Gap { get; init; }
}

internal sealed record BaselineFailureDocument(Severity Severity, MessageDocument? Message, string Fix, BaselinePlaceDocument? Location, FactsDocument? Facts);

/// <summary>A place without the text that stands there: a baseline keeps no line of anybody's configuration.</summary>
internal sealed record BaselinePlaceDocument(string File, int Line, int Column, int EndColumn);
