using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Turns what a collector saw in an object into what a file declares.</summary>
internal static class DeclaredObservation
{
    private const string Lack = " answered without a usable ";

    /// <param name="seen">What the collector saw.</param>
    /// <param name="item">The object.</param>
    /// <param name="evidence">The file's line.</param>
    /// <param name="undecided">Why something is open that does not say it itself; null where nobody knows more.</param>
    public static Observation Of(Observation seen, DeclaredObject item, Evidence evidence, DeclaredValue? undecided) =>
        seen with { Evidence = evidence, Properties = [.. seen.Properties.Select(p => Of(p, seen, item, evidence, undecided))] };

    private static Property Of(Property property, Observation seen, DeclaredObject item, Evidence evidence, DeclaredValue? undecided) =>
        ServerFacts.Has(seen.Kind, property) ? new(property.Name, default, ServerFacts.Gap(evidence, seen.Kind, property.Name))
        : property.Gap is { } gap ? new(property.Name, default, Of(gap, property.Name, seen, item, evidence, undecided))
        : property;

    private static Gap Of(Gap gap, string property, Observation seen, DeclaredObject item, Evidence evidence, DeclaredValue? undecided)
    {
        var scope = gap.Detail.IndexOf(Lack, StringComparison.Ordinal);
        if (scope < 0) return gap with { Action = evidence.Action, Detail = OneLine.Of($"{evidence.Locator}: {gap.Detail}") };
        var field = gap.Detail[(scope + Lack.Length)..];
        var found = Open(item.Value, field);
        var at = found?.Origin?.ToString() ?? evidence.Locator;
        if (found is { IsOpen: true, Why: null, Origin: null }) found = undecided ?? found;
        return field.StartsWith("status", StringComparison.Ordinal) ? ServerFacts.Gap(evidence, seen.Kind, property)
            : found is { Why: { } why, Remedy: { } remedy } ? new(evidence.Scope, seen.Kind, evidence.Action, GapCause.NotAsked, OneLine.Of($"{at}: {why}"), remedy)
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
