using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>What rules have to go by.</summary>
internal static class Sights
{
    /// <summary>All that a snapshot says of the world and of what is hidden, without times, and without why something is hidden: no rule learns that.</summary>
    public static string Sight(this Snapshot snapshot) => string.Join("\n", snapshot.Observations
        .Select(o => $"{o.Id} {o.Key} {o.Kind} {o.Evidence.Plane} {o.Evidence.Scope} {o.Evidence.Action} {string.Join(" ", o.Properties.Select(Text).Order(StringComparer.Ordinal))}")
        .Concat(snapshot.Coverage.Select(c => $"{c.Kind} in {c.Scope} by {c.Action} {Hidden(c.Gap)}")).Order(StringComparer.Ordinal));

    private static string Text(Property property) => property.Gap is { } gap ? $"{property.Name} {Hidden(gap)}" : $"{property.Name}={property.Value.GetRawText()}";

    private static string Hidden(Gap? gap) => gap is null ? "" : $"? {gap.Scope} {gap.Kind} {gap.Action} {(gap.MakesIncomplete ? "refused" : gap.Cause)}";
}
