using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Check.Rules;

/// <summary>Scripts as tests write them, compiled and run over one small world whose target group has gaps.</summary>
internal static class Scripts
{
    private static readonly Gap s_gap = new("scope", "TargetGroup", "elasticloadbalancing:DescribeTargetGroupAttributes", GapCause.Denied, "no", new(RemedyKind.Permission, "x"));

    public static RuleScript Script(string text, string id = "ACME-001") =>
        new(id, "a-test", "workbench", $"mine/workbench/{id}-a-test.csx", text);

    /// <summary>A rule about target groups with this check.</summary>
    public static RuleScript Checking(string check, string before = "") => Script($$"""
        {{before}}
        new Rule<TargetGroup>
        {
            Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f",
            Check = (tg, env) => {{check}},
        }
        """);

    public static IReadOnlyList<RuleDiagnostic> Errors(RuleScript script) => RuleCompiler.Compile([script]).Errors;

    public static Rule Rule(RuleScript script)
    {
        var (image, errors) = RuleCompiler.Compile([script]);
        Assert.Empty(errors);
        var (rules, broken) = RuleAssembly.Load(image!, "test");
        Assert.Empty(broken);
        return Assert.Single(rules).Rule;
    }

    /// <summary>What the rule says of a target group whose every property is a gap.</summary>
    public static Verdict OnGap(RuleScript script) => On(script, new() { Id = "tg", IsStickinessEnabled = Truth.Unknown(s_gap), StickinessType = new(s_gap), Port = new(s_gap), Name = new(s_gap) });

    public static Verdict On(RuleScript script, TargetGroup group)
    {
        var evidence = new Evidence(Plane.Live, "scope", "test", default);
        var world = new SnapshotBuilder();
        world.Observe(evidence, group);
        world.Cover<TargetGroup>("scope", "test", null);
        world.Cover<LoadBalancer>("scope", "elasticloadbalancing:DescribeLoadBalancers", s_gap);
        var cluster = new Cluster { Id = "cluster" };
        var graph = new ResourceGraph(world.Build(new Header(Header.CurrentSchema, "test", default, default, [])));
        var environment = new Environment(graph, cluster, ["scope"], Parameters.None);
        var rule = Rule(script);
        return rule.Judge(rule.Subjects(environment).Members.Single().Item, environment).Judgement.Verdict;
    }
}
