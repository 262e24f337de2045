using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Tests.Report;

/// <summary>Reports on large deployments.</summary>
internal static class LargeReports
{
    /// <summary>Rules that judge resources between them, so that each resource is judged by several; most of it is well.</summary>
    public static ScanReport Of(int rules, int resources)
    {
        var described = Enumerable.Range(1, rules).Select(i => SampleRules.Of($"PCL-{i:000}", $"rule-{i}", $"Statement {i} holds of every one of them", (Severity)(i % 3))).ToList();
        var mixed = SampleReports.Mixed();
        var findings = described.SelectMany((rule, i) => i % 4 == 0 ? [Judged(rule, i, 0)] : Enumerable.Range(0, resources).Where(r => r % rules == i || r % 7 == i % 7).Select(r => Judged(rule, i, r)));
        return mixed with { Environments = [SampleReports.Environment("research", [.. findings])] };
    }

    /// <summary>One rule, and so many subjects that fail it.</summary>
    public static ScanReport OneRule(int subjects) => SampleReports.Mixed() with
    {
        Environments = [SampleReports.Environment("research", [.. Enumerable.Range(0, subjects).Select(i => Judged(SampleRules.Home, 0, i, Verdict.Fail))])],
    };

    private static Finding Judged(RuleDescription rule, int index, int resource) =>
        Judged(rule, index, resource, (((index * 31) + resource) % 17) switch { 0 => Verdict.Fail, 1 or 2 => Verdict.Unknown, 3 => Verdict.NotApplicable, _ => Verdict.Pass });

    private static Finding Judged(RuleDescription rule, int index, int resource, Verdict verdict) =>
        Judged(rule, index, resource, verdict, $"host-{resource:0000}");

    private static Finding Judged(RuleDescription rule, int index, int resource, Verdict verdict, string name) =>
        SampleReports.Finding(rule, verdict, "ComputeInstance", $"i-{resource:x17}", name, name) with
        {
            Message = verdict is Verdict.Fail or Verdict.NotApplicable ? (Message)$"{name} has {index} of what it should have {resource} of" : null,
            Gap = verdict is Verdict.Unknown ? SampleGaps.Unset with { Remedy = new(RemedyKind.Parameter, $"parameter{index}") } : null,
            Fix = $"mend {name} of statement {index}",
            Location = verdict is Verdict.Fail ? SampleReports.At("cluster.yaml", resource + 1, $"- name: {name}") : null,
        };
}
