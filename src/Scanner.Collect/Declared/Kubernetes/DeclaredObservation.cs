using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Turns what a collector saw in an object into what a file declares.</summary>
internal static class DeclaredObservation
{
    private const string Lack = " answered without a usable ";

    public static Observation Of(Observation seen, DeclaredObject item, Evidence evidence) =>
        seen with { Evidence = evidence, Properties = [.. seen.Properties.Select(p => Of(p, seen, item, evidence))] };

    private static Property Of(Property property, Observation seen, DeclaredObject item, Evidence evidence) =>
        ServerFacts.Has(seen.Kind, property) ? new(property.Name, default, ServerFacts.Gap(evidence, seen.Kind, property.Name))
        : property.Gap is { } gap ? new(property.Name, default, Of(gap, property.Name, seen, item, evidence))
        : property;

    private static Gap Of(Gap gap, string property, Observation seen, DeclaredObject item, Evidence evidence)
    {
        var (scope, at) = (gap.Detail.IndexOf(Lack, StringComparison.Ordinal), evidence.Locator);
        if (scope < 0) return gap with { Action = evidence.Action, Detail = OneLine.Of($"{at}: {gap.Detail}") };
        var field = gap.Detail[(scope + Lack.Length)..];
        return field.StartsWith("status", StringComparison.Ordinal) ? ServerFacts.Gap(evidence, seen.Kind, property)
            : Open(item.Value, field) is { Why: { } why, Remedy: { } remedy } ? new(evidence.Scope, seen.Kind, evidence.Action, GapCause.NotAsked, OneLine.Of($"{at}: {why}"), remedy)
            : new(evidence.Scope, seen.Kind, evidence.Action, GapCause.Unsupported, OneLine.Of($"{at} says no usable {field}"), new(RemedyKind.Flag, OneLine.Of($"say {field} in {at}")));
    }

    /// <summary>What stands at a field, such as <c>spec.ports[0].port</c>, or at a part of the way to it that is not known; null where nothing does.</summary>
    private static DeclaredValue? Open(DeclaredValue value, string field)
    {
        foreach (var step in field.Split('.', '['))
        {
            if (value.IsOpen) break;
            if ((step.EndsWith(']') && int.TryParse(step[..^1], out var index) ? value.Elements.ElementAtOrDefault(index) : value[step]) is not { } next) return null;
            value = next;
        }
        return value;
    }
}
