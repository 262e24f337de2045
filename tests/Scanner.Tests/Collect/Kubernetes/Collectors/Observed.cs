using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>How tests read what was observed.</summary>
internal static class Observed
{
    /// <summary>A resource's properties, one a line, in the order of their names.</summary>
    public static string Lines(this Observation observation) =>
        string.Join('\n', observation.Properties.Select(p => $"{p.Name} {(p.Gap is { } gap ? $"? {gap.Detail}" : p.Value.GetRawText())}"));

    public static string Value(this Observation observation, string property) =>
        observation.Properties.Single(p => p.Name == property) is var found && found.Gap is { } gap ? $"? {gap.Detail}" : found.Value.GetRawText();
}
