namespace Scanner.Model;

/// <summary>Something the scan could not see: what, why, and the one thing that would show it.</summary>
/// <param name="Scope">Account and region, cluster or file that was asked; empty for parameters.</param>
/// <param name="Kind">The resource kind, e.g. <c>Database</c>; empty where the gap is not about one kind.</param>
/// <param name="Action">The API action (<c>rds:DescribeDBInstances</c>), or the name of what is unset or hidden.</param>
/// <param name="Cause">Why.</param>
/// <param name="Detail">The service's own words, or ours, on one line.</param>
/// <param name="Remedy">What would close it.</param>
public sealed record Gap(string Scope, string Kind, string Action, GapCause Cause, string Detail, Remedy Remedy) : Source
{
    /// <summary>Behind a fact that nobody set: no source was asked for it.</summary>
    internal static readonly Gap NeverRead =
        new("", "", "nothing", GapCause.NotAsked, "no source was asked for it", new(RemedyKind.Flag, "scan what shows it too: --aws-region REGION, --eks NAME or --kube-context NAME, or give node facts"));

    /// <summary>True where something asked for could not be read, so that the scan itself is incomplete.</summary>
    public bool MakesIncomplete => Cause is GapCause.Denied or GapCause.Throttled or GapCause.Failed;

    internal override Gap? Missing => this;

    public override string ToString() => $"{Action}: {(Cause is GapCause.NotAsked ? "not asked" : Cause.ToString().ToLowerInvariant())}{(Detail.Length == 0 ? "" : ", " + Detail)}";
}
