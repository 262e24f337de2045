using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Check;

/// <summary>A failure points at what is wrong, where that is another resource than the subject.</summary>
public sealed class FailurePlacesTests
{
    private const string Scope = "aws/1/r";

    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_listed = new(Plane.Live, Scope, "x:Y", s_at);

    private static readonly Items<Declaration> s_declared =
    [
        new("c", null, Line(1)), new("db", null, Line(10)), new("db", "isMultiAz", Line(11)), new("sg", null, Line(20)),
    ];

    [Fact]
    public void Of_a_failure_the_line_is_that_of_the_property_of_what_is_wrong() =>
        Assert.Equal(11, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Database>(), "isMultiAz")));

    [Fact]
    public void Where_no_file_has_the_property_it_is_the_resources_own() =>
        Assert.Equal(10, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Database>(), "port")));

    [Fact]
    public void What_no_file_declares_is_passed_over() =>
        Assert.Equal(11, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Vpc>()).About(env.Of<Database>(), "port, isMultiAz")));

    [Fact]
    public void Without_anything_that_is_declared_the_subjects_line_stands() => Assert.Equal(1, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Vpc>(), "cidrs")));

    [Fact]
    public void What_may_be_wrong_is_not_blamed() =>
        Assert.Equal(1, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Database>().Where(db => db.IsPubliclyAccessible), "isMultiAz")));

    [Fact]
    public void Of_two_failures_the_first_counts_as_its_message_does() =>
        Assert.Equal(11, PlaceOf((env, _) => Judgement.Fail("x").About(env.Of<Database>(), "isMultiAz").And(Judgement.Fail("y").About(env.Of<SecurityGroup>()))));

    [Fact]
    public void Other_verdicts_keep_the_line_of_the_subject() => Assert.Equal(1, PlaceOf((env, _) => Judgement.Pass().About(env.Of<Database>(), "isMultiAz")));

    [Fact]
    public void What_stops_traffic_is_what_is_wrong() => Assert.Equal(20, PlaceOf((_, _) =>
        Judgement.Fail("x").Along(new("a", "b", [new("db", "lets out", true), new("sg", "has no rule", false)]))));

    private static int PlaceOf(Func<Environment, Environment, Judgement> check)
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_listed, new Database { Id = "db", Key = "db" });
        builder.Observe(s_listed, new SecurityGroup { Id = "sg", Key = "sg" });
        builder.Observe(s_listed, new Vpc { Id = "vpc" });
        builder.Cover<Database>(Scope, "x:Y", null);
        builder.Cover<SecurityGroup>(Scope, "x:Y", null);
        builder.Cover<Vpc>(Scope, "x:Y", null);
        var graph = new ResourceGraph(builder.Build(new(Header.CurrentSchema, "t", s_at, s_at, []) { Declarations = s_declared }));
        var runner = new RuleRunner(new(graph, new Cluster { Id = "c", Key = "c", Scope = Scope }, [Scope], Parameters.None));
        var rule = new Rule<Environment> { Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f", Check = check };
        var finding = Assert.Single(runner.Run([new("T-001", "t", "workbench", "t.csx", rule, Severity.Error)], TestContext.Current.CancellationToken));
        return finding.Location!.Line;
    }

    private static SourceLocation Line(int line) => new("main.tf", line, 1, 2, "x");
}
