using System.Text.Json.Serialization;

namespace Scanner.Model.Snapshots;

/// <summary>What a snapshot says of itself.</summary>
public sealed record Header(string Schema, string Tool, DateTimeOffset StartedAt, DateTimeOffset EndedAt, Items<ScanTarget> Targets)
{
    /// <summary>The schema that this version writes. Minor versions add; another major version is refused.</summary>
    public const string CurrentSchema = "scanner.snapshot/1.1";

    /// <summary>How many API calls the scan made.</summary>
    public int Calls { get; init; }

    /// <summary>What was done in each scope, by name; empty in snapshots of version 1.0.</summary>
    public Items<ScopeLedger> Scopes { get; init; } = [];

    /// <summary>The parameters that were in force, as text.</summary>
    public StringMap Parameters { get; init; } = StringMap.Empty;

    /// <summary>The files that were read beside or instead of live systems, in the order in which they were given.</summary>
    public Items<DeclaringFile> Files { get; init; } = [];

    /// <summary>Whether the files show a change that has not been made yet, and win over what is there.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Where a format that takes no finding without a place shows what no file declares, if the target has no line in scanner.yaml: the file that was read. Null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceLocation? StandIn { get; init; }

    /// <summary>Where resources are declared: resource key to place in a file.</summary>
    public Items<Declaration> Declarations { get; init; } = [];
}
