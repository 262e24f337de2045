using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Cli;

/// <summary>A job template whose text does not tell where sessions are placed, which fixtures have no way to write.</summary>
public sealed class OpaqueTemplateTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    /// <summary>Those that run took one branch of several.</summary>
    [Theory, InlineData("EKS-036"), InlineData("EKS-037"), InlineData("EKS-039")]
    public void Is_unknown_though_sessions_run_as_they_should(string rule) => Assert.Equal(Verdict.Unknown, Judge(rule, Opaque(s_worlds.Read("aws-eks"))));

    [Theory, InlineData("EKS-036"), InlineData("EKS-037"), InlineData("EKS-039")]
    public void Is_unknown_where_none_runs(string rule) =>
        Assert.Equal(Verdict.Unknown, Judge(rule, Opaque(Mutating.Apply(s_worlds.Read("aws-eks"), new() { Remove = ["Pod/Pod/posit/session/RStudio", "Pod/Pod/posit/session/VsCode"] }))));

    [Theory, InlineData("EKS-040"), InlineData("EKS-041")]
    public void Is_unknown_to_rules_about_the_template_itself(string rule) => Assert.Equal(Verdict.Unknown, Judge(rule, Opaque(s_worlds.Read("aws-eks"))));

    private static Verdict? Judge(string id, Snapshot world) => FixtureRunner.Worst(
        Checker.Check(world, Parameters.None, [.. s_rules.Where(r => r.Id == id)], trace: false, TestContext.Current.CancellationToken).Findings);

    private static Snapshot Opaque(Snapshot world) => world with { Observations = [.. world.Observations.Select(o => o with { Properties = [.. o.Properties.Select(p => Opaque(o, p))] })] };

    private static Property Opaque(Observation of, Property property) =>
        of.Kind == nameof(ConfigMap) && of.Id.EndsWith("-templates", StringComparison.Ordinal) && property.Name.EndsWith("Placement", StringComparison.Ordinal)
            ? property with { Value = default, Gap = new(of.Evidence.Scope, of.Kind, of.Evidence.Action, GapCause.Undecidable, "job.tpl hangs on the user", new(RemedyKind.Attestation, "where sessions are placed")) }
            : property;
}
