using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>The one thing that would close a gap, by which reports group unknowns.</summary>
/// <param name="Kind">What sort of act.</param>
/// <param name="What">Its object: the IAM action, the flag, the parameter's name.</param>
public sealed partial record Remedy(RemedyKind Kind, string What)
{
    /// <summary>The remedy as an instruction, e.g. <c>allow rds:DescribeDBInstances</c>.</summary>
    public override string ToString() => Kind switch
    {
        RemedyKind.Permission => $"allow {What}",
        RemedyKind.Retry => $"scan again: {What}",
        RemedyKind.Flag => What,
        RemedyKind.Parameter when What == "architecture" => "--architecture KEY",
        RemedyKind.Parameter => $"--param {What}=…",
        RemedyKind.Probe => $"node facts of {What}",
        _ when RulePattern.IsMatch(What) => $"attest {What}",
        // only rules are attested; what else people know no file can say
        _ => $"look yourself: {What}",
    };

    [GeneratedRegex("^[A-Z][A-Z0-9]+-[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex RulePattern { get; }
}
