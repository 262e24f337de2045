namespace Scanner.Model;

/// <summary>The one thing that would close a gap, by which reports group unknowns.</summary>
/// <param name="Kind">What sort of act.</param>
/// <param name="What">Its object: the IAM action, the flag, the parameter's name.</param>
public sealed record Remedy(RemedyKind Kind, string What)
{
    /// <summary>The remedy as an instruction, e.g. <c>allow rds:DescribeDBInstances</c>.</summary>
    public override string ToString() => Kind switch
    {
        RemedyKind.Permission => $"allow {What}",
        RemedyKind.Retry => $"scan again: {What}",
        RemedyKind.Flag => What,
        RemedyKind.Parameter => $"--param {What}=…",
        RemedyKind.Probe => $"node facts of {What}",
        _ => $"attest {What}",
    };
}
