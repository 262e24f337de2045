namespace Scanner.Model;

/// <summary>A mark on a node that keeps away every pod which does not tolerate it.</summary>
/// <param name="Key">E.g. <c>workload</c>.</param>
/// <param name="Value">Null where it has none.</param>
/// <param name="Effect"><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>.</param>
public sealed record Taint(string Key, string? Value, string Effect)
{
    /// <summary>Whether it keeps new pods away, as opposed to only making the node a last resort.</summary>
    public bool KeepsAway => Effect is "NoSchedule" or "NoExecute";

    public override string ToString() => $"{Key}{(Value is null ? "" : "=" + Value)}:{Effect}";
}
