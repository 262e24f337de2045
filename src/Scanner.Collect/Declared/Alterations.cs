using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Which live things a change makes others, and what is then not known of those that are made from them.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What the changed files say.</param>
/// <param name="twins">Which of the one is which of the other.</param>
internal sealed class Alterations(SeenFacts seen, Snapshot declared, Twins twins)
{
    /// <summary>Things of a kind of which the change alters some of these properties.</summary>
    public IEnumerable<Alteration> Of(string kind, params string[] properties) =>
        from said in declared.Observations
        where said.Kind == kind && twins.Of(said) is not null
        let twin = twins.Of(said)!
        let changed = properties.Where(p => IsChanged(said, twin, p)).ToList()
        where changed.Count > 0
        select new Alteration(said, twin, changed);

    /// <summary>Whether a property is to be another than it is; of what was not seen nobody can say that it stays.</summary>
    private bool IsChanged(Observation said, Observation twin, string property)
    {
        if (SeenFacts.Property(said, property) is not { } now) return false;
        if (now.Gap is not null) return now.Gap.Cause is not GapCause.Hidden;
        return seen.Value(twin.Kind, twin.Id, property) is not { } before || !SeenFacts.IsSame(twins.Renamed(now.Value), before);
    }

    /// <summary>A declared value, in which references name what was seen.</summary>
    public JsonElement Renamed(JsonElement value) => twins.Renamed(value);

    /// <summary>What was seen of something, without what a change of something else makes uncertain.</summary>
    /// <param name="by">The change.</param>
    /// <param name="made">What was seen.</param>
    /// <param name="isOpen">Whether a property is no longer known.</param>
    /// <param name="why">Why, behind the place of the change.</param>
    /// <param name="remedy">What would tell.</param>
    public static Observation Opened(Observation by, Observation made, Func<string, bool> isOpen, string why, string remedy)
    {
        var evidence = by.Evidence with { Plane = Plane.Preview, Scope = made.Evidence.Scope };
        var gap = new Gap(made.Evidence.Scope, made.Kind, by.Evidence.Action, GapCause.NotAsked, OneLine.Of($"{by.Evidence.Locator}: {why}"), new(RemedyKind.Flag, remedy));
        return new(made.Id, made.Key, made.Kind, evidence, [.. made.Properties.Where(p => isOpen(p.Name)).Select(p => p with { Value = default, Gap = gap })]);
    }

    /// <summary>The same, with one property that is known.</summary>
    public static Observation Known(Observation by, Observation made, string property, object? value) =>
        new(made.Id, made.Key, made.Kind, by.Evidence with { Plane = Plane.Preview, Scope = made.Evidence.Scope }, [new(property, JsonSerializer.SerializeToElement(value), null)]);
}
