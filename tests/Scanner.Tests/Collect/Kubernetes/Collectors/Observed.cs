using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>How tests read what was observed: by the names that properties have in the model.</summary>
internal static class Observed
{
    /// <summary>A resource's properties, one a line, in the order of their names.</summary>
    public static string Lines(this Observation observation) => string.Join('\n', observation.Properties.Select(p => $"{Name(p)} {Value(p)}"));

    public static string Value(this Observation observation, string property) => Value(observation.Properties.Single(p => Name(p) == property));

    /// <summary>The properties that are gaps.</summary>
    public static IEnumerable<string> Hidden(this Observation observation) => observation.Properties.Where(p => p.Gap is not null).Select(Name);

    /// <summary>The properties that have a value.</summary>
    public static IEnumerable<string> Known(this Observation observation) => observation.Properties.Where(p => p.Gap is null).Select(Name);

    private static string Value(Property property) => property.Gap is { } gap ? $"? {gap.Detail}" : property.Value.GetRawText();

    private static string Name(Property property) => char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
}
