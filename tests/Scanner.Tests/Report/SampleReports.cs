using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Report;

/// <summary>Reports as a check would make them.</summary>
internal static class SampleReports
{
    public const string Scope = "123456789012/eu-west-1";
    public const string ClusterId = "arn:aws:cloudformation:eu-west-1:123456789012:stack/research/1a2b";
    private const string TeachingId = "arn:aws:cloudformation:eu-west-1:123456789012:stack/teaching/3c4d";
    private static readonly DateTimeOffset s_start = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_live = new(Plane.Live, Scope, "cloudformation:DescribeStacks", s_start);

    /// <summary>All four verdicts, a gap of each sort, a network path, related resources, notes.</summary>
    public static ScanReport Mixed() => new(Snapshot(SampleGaps.Denied), [Environment("research", MixedFindings())]) { ExitCode = 1 };

    /// <summary>Seventy rules, nearly all of them met.</summary>
    public static ScanReport Healthy()
    {
        var rules = Enumerable.Range(1, 70).Select(i => Of($"PCL-{i:000}", $"rule-{i}", $"Statement {i} holds", Severity.Error));
        return new(Snapshot(null), [Environment("research", [.. rules.Select(Healthy)])]);
    }

    public static ScanReport TwoEnvironments() => Mixed() with
    {
        Environments = [Environment("teaching", [Finding(Home, Verdict.Pass)], TeachingId), .. Mixed().Environments],
    };

    public static ScanReport Nothing() => new(Snapshot(SampleGaps.Denied), []) { ExitCode = 3, Unlisted = SampleGaps.Unlisted };

    /// <summary>One environment with one finding of each text given: as label, id, key, message, value, fix, file.</summary>
    public static ScanReport Hostile(params string[] texts) => new(Snapshot(SampleGaps.Denied with { Detail = string.Concat(texts) }),
        [Environment("research" + texts[0], [.. texts.Select(Hostile)])])
    {
        Notifications = [new("SCN-101", true, $"rule PCL-015 failed on {texts[0]}", "PCL-015")], ExitCode = 1,
    };

    public static Finding Finding(
        RuleDescription rule, Verdict verdict, string kind = "Environment", string id = ClusterId, string key = "research", string label = "research") =>
        new(rule, verdict, kind, id, key, label) { Severity = rule.Severity, Fix = rule.Rule.Fix, Location = s_target.Location };

    public static EnvironmentReport Environment(string label, IReadOnlyList<Finding> findings, string id = ClusterId) =>
        new(id, id, label, s_detection, [.. findings.Select(f => f.Rule).Distinct()], findings) { Title = "Posit Workbench on AWS ParallelCluster" };

    public static SourceLocation At(string file, int line, string snippet) => new(file, line, 3, 3 + snippet.Length, snippet);

    private static readonly Detection s_detection =
        new(["aws-parallelcluster"], Confidence.Strong, ["ParallelCluster cluster", "shared storage at /opt/rstudio"], null);

    private static readonly ScanTarget s_target = new("research-target", [Scope], "arn:aws:sts::123456789012:assumed-role/ReadOnly/somebody")
    {
        Location = At("scanner.yaml", 4, "name: research-target"),
    };

    private static Snapshot Snapshot(Gap? gap) => new(
        new(Header.CurrentSchema, "scanner 0.1.0", s_start, s_start.AddSeconds(11.4), [s_target])
        {
            Calls = 143, Declarations = [new("sg-key", null, At("network/groups.yaml", 7, "workbench-db"))],
        },
        [
            new(ClusterId, "research", "Cluster", s_live, []), new("sg-0a1", "sg-key", "SecurityGroup", s_live, []),
            new(TeachingId, "teaching", "Cluster", s_live, []),
        ],
        [new("Cluster", Scope, "cloudformation:ListStacks", null), new("Database", Scope, "rds:DescribeDBInstances", gap)]);

    private static Finding[] MixedFindings() =>
    [
        Finding(Sticky, Verdict.Fail, "EntryHop", "arn:tg-1", "alb:443/tg-1", "alb:443 → tg-1") with
        {
            Message = NotSticky("tg-1", "alb"), Fix = "aws elbv2 modify-target-group-attributes --target-group-arn arn:tg-1",
            Location = At("cluster.yaml", 118, "TargetGroupArn: arn:tg-1"),
        },
        Finding(Sticky, Verdict.Fail, "EntryHop", "arn:tg-2", "alb:443/tg-2", "alb:443 → tg-2") with
        {
            Message = "the listener forwards to {nothing}", Location = At("dir with space/a:b.yaml", 2, "x"),
        },
        Finding(Sticky, Verdict.Pass, "EntryHop", "arn:tg-3", "alb:8787/tg-3", "alb:8787 → tg-3") with { Notes = [NotSticky("tg-3", "alb")] },
        Finding(Reach, Verdict.Fail) with
        {
            Message = Unreached(2, 3, "workbench-db"), Related = [("sg-0a1", "workbench-db"), ("sg-0b2", "login")],
            Path = new("login", "workbench-db", [new("rtb-1", "has a local route", true), new("sg-0a1", "has no ingress tcp/5432 from sg-0b2", false)]),
        },
        Finding(Dual, Verdict.Fail) with { Message = "there is 1 login node" },
        Finding(Efa, Verdict.Fail) with { Message = "EFA is off" },
        Finding(Tls, Verdict.Fail) with { Message = "port 80 is open" },
        Finding(Home, Verdict.Pass),
        Finding(Postgres, Verdict.Unknown) with
        {
            Gap = SampleGaps.Denied, Gaps = [SampleGaps.Denied],
            Readings = [new("research", "Vpc", s_live), new("research", "Databases", SampleGaps.Denied)],
        },
        Finding(MySql, Verdict.Unknown) with { Gap = SampleGaps.Unset, Gaps = [SampleGaps.Unset] },
        Finding(License, Verdict.Unknown) with { Gap = SampleGaps.Unattested, Gaps = [SampleGaps.Unattested] },
        Finding(Of("SLM-001", "slurm-version", "Slurm is recent", Severity.Warning), Verdict.NotApplicable) with { Message = NotHere("SlurmController") },
    ];

    private static Finding Healthy(RuleDescription rule, int index) =>
        Finding(rule, index < 60 ? Verdict.Pass : index < 65 ? Verdict.NotApplicable : Verdict.Unknown) with
        {
            Gap = index < 65 ? null : SampleGaps.Unset with { Action = $"parameter{index}", Remedy = new(RemedyKind.Parameter, $"parameter{index}") },
            Notes = [(Message)"worth knowing"],
        };

    private static Finding Hostile(string text, int index) => Hostile(text, index % 2 == 0 ? Verdict.Fail : Verdict.Unknown) with
    {
        Message = NotSticky($"tg{text}", text), Fix = $"do {text}", Gap = SampleGaps.Denied with { Action = text }, Location = At($"dir/{text}.yaml", 1, text),
        Notes = [NotSticky(text, text)], Related = [($"related{text}", text)], Path = new(text, text, [new(text, text, null)]),
    };

    private static Finding Hostile(string text, Verdict verdict) =>
        Finding(Sticky, verdict, "EntryHop", $"id{text}", $"key{text}", $"label{text}");

    private static Message NotSticky(string group, string balancer) =>
        $"target group {group} behind {balancer} does not keep sessions: stickiness.enabled={false}";

    private static Message Unreached(int some, int all, string database) => $"{some} of {all} login nodes cannot reach '{database}'";

    private static Message NotHere(string kind) => $"there is no {kind} to judge";
}
