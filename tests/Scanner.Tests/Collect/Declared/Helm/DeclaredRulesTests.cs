using Scanner.Check;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Helm;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Check.Rules;
using Scanner.Tests.Collect.Declared.Kubernetes;

namespace Scanner.Tests.Collect.Declared.Helm;

/// <summary>The shipped rules over files alone: what fails points at the line to change, and nothing passes that only a cluster can tell.</summary>
public sealed class DeclaredRulesTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly DeclaredScope s_scope = GivenFiles.Scope with { Namespace = "posit", ChartVersion = "0.22.0" };

    [Theory]
    [InlineData("EKS-020", "eks-values/values.yaml:2", "declares '1' replica(s)")]
    [InlineData("EKS-026", "eks-values/values.yaml:5", "has its homes on EFS")]
    [InlineData("EKS-039", "eks-values/values.yaml:29", "does not keep VS Code sessions on managed nodes")]
    [InlineData("EKS-041", "eks-values/values.yaml:29", "without the session block")]
    [InlineData("K8S-002", "eks-values/values.yaml:43", "no cluster of type Kubernetes in launcher.conf")]
    public async Task Values_fail_at_their_lines(string rule, string place, string message)
    {
        var finding = Assert.Single(await OfValues("eks-values/values.yaml"), f => f.Rule.Id == rule && f.SubjectKind == nameof(Installation));
        Assert.True(finding.Verdict is Verdict.Fail, $"{finding.Verdict} {finding.Gap?.Detail}");
        Assert.Equal(place, $"{finding.Location!.File}:{finding.Location.Line}");
        Assert.Contains(message, finding.Message!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EKS-020", "eks-values/production.yaml:2")]
    [InlineData("EKS-021", "eks-values/production.yaml:11")]
    [InlineData("EKS-036", "eks-values/values.yaml:29")]
    public async Task What_runs_is_unknown_at_the_lines(string rule, string place)
    {
        var finding = Assert.Single(await OfValues("eks-values/values.yaml", "eks-values/production.yaml"), f => f.Rule.Id == rule && f.SubjectKind == nameof(Installation));
        Assert.Equal(Verdict.Unknown, finding.Verdict);
        Assert.Equal(place, $"{finding.Location!.File}:{finding.Location.Line}");
        Assert.Equal(GapCause.NotAsked, finding.Gap!.Cause);
    }

    [Theory]
    [InlineData("EKS-020", "eks-manifests/workbench.yaml:13")]
    [InlineData("EKS-026", "eks-manifests/workbench.yaml:45")]
    [InlineData("K8S-002", "eks-manifests/workbench.yaml:67")]
    [InlineData("K8S-003", "eks-manifests/workbench.yaml:45")]
    public async Task Manifests_fail_at_their_lines(string rule, string place)
    {
        var files = await GivenFiles.Read(new ManifestFormat(), s_scope, "eks-manifests");
        var finding = Assert.Single(Check(files), f => f.Rule.Id == rule && f.SubjectKind == nameof(Installation));
        Assert.Equal((Verdict.Fail, place), (finding.Verdict, $"{finding.Location!.File}:{finding.Location.Line}"));
    }

    [Fact]
    public async Task Nothing_passes_that_rests_on_what_runs()
    {
        string[] mayPass = ["EKS-019", "EKS-042", "EKS-043", "GEN-003", "GEN-004", "GEN-005", "GEN-018", "K8S-002", "XRM-002"];
        var findings = await OfValues("eks-values/values.yaml", "eks-values/production.yaml");
        Assert.Equal(string.Join(" ", mayPass), string.Join(" ", findings.Where(f => f.Verdict is Verdict.Pass).Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal)));
    }

    private static async Task<IReadOnlyList<Finding>> OfValues(params string[] names) => Check(await GivenFiles.Read(s_scope,
        (new ValuesFormat(), [.. names.Select(n => new DeclaredInput(GivenFiles.Folder(n), n))]),
        (new ManifestFormat(), [new(GivenFiles.Folder("eks-volumes"), "eks-volumes")])));

    private static IReadOnlyList<Finding> Check(GivenFiles files) =>
        [.. files.Snapshot.Check(s_rules, new Parameters(new StringMap([new("architecture", "aws-eks")]))).Findings];
}
