namespace Scanner.Model.Drift;

/// <summary>One step into a value: a member of an object, an element of a list by what identifies it, or some element of a list.</summary>
/// <param name="Member">The member's name; for an element the member that identifies it; empty for an element that nothing identifies.</param>
/// <param name="Identity">What the identifying member says, as JSON; null where the step is no identified element.</param>
public sealed record PathStep(string Member, string? Identity)
{
    /// <summary>An element of a list that nothing but its value tells from others.</summary>
    public static PathStep Some { get; } = new("", null);

    public override string ToString() => Identity is not null ? $"[{Identity.Trim('"')}]" : Member.Length == 0 ? "[]" : $".{Member}";

    /// <summary>Steps as people write them: <c>listeners[443].protocol</c>, <c>subnets[]</c>, <c>tags.team</c>.</summary>
    public static string Text(IEnumerable<PathStep> path) => string.Concat(path).TrimStart('.');
}
