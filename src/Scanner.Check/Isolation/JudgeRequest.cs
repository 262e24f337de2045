using Scanner.Model;

namespace Scanner.Check.Isolation;

/// <summary>What the child is asked then, as often as there is something to judge.</summary>
/// <param name="Snapshot">As it is written; null where it is the one asked about before.</param>
/// <param name="File">Where the snapshot came from.</param>
/// <param name="Parameters">What the user says.</param>
/// <param name="Environment">The id of the environment.</param>
/// <param name="Rules">Which rules, each with what a failure weighs.</param>
/// <param name="Only">Which subjects, by kind and id; null for all.</param>
/// <param name="Named">The resources whose readings are wanted; null for none.</param>
/// <param name="IsNamed">Whether the readings of all are wanted.</param>
internal sealed record JudgeRequest(
    string? Snapshot, string File, IReadOnlyDictionary<string, string> Parameters, string Environment, IReadOnlyList<(string Id, Severity Severity)> Rules,
    IReadOnlyList<(string Kind, string Id)>? Only, IReadOnlyList<string>? Named, bool IsNamed);
