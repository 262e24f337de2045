namespace Scanner.Model;

/// <summary>A mark on a node that keeps away every pod which does not tolerate it.</summary>
/// <param name="Key">E.g. <c>workload</c>.</param>
/// <param name="Value">Null where it has none.</param>
/// <param name="Effect"><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>.</param>
public sealed record Taint(string Key, string? Value, string Effect)
{
    /// <summary>The taint that <paramref name="text"/> writes (<c>workload=sessions:NoSchedule</c>), or null if it writes none.</summary>
    public static Taint? Parse(string text)
    {
        var (colon, equals) = (text.LastIndexOf(':'), text.IndexOf('='));
        if (colon <= 0 || text[(colon + 1)..] is not ("NoSchedule" or "PreferNoSchedule" or "NoExecute") || equals is 0 || equals > colon) return null;
        return new(text[..(equals < 0 ? colon : equals)], equals < 0 || equals + 1 == colon ? null : text[(equals + 1)..colon], text[(colon + 1)..]);
    }

    /// <summary>Whether it keeps new pods away, as opposed to only making the node a last resort.</summary>
    public bool KeepsAway => Effect is "NoSchedule" or "NoExecute";

    public override string ToString() => $"{Key}{(Value is null ? "" : "=" + Value)}:{Effect}";
}
