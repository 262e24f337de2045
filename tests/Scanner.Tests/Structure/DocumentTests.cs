using Scanner.Check.Drift;
using Scanner.Check.Drift.Declared;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Structure;

/// <summary>Tables in documents are what the code says.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_rule_language_lists_every_kind_and_property()
    {
        var page = File.ReadAllText(Repository.Path("docs", "writing-rules.md"));
        Assert.All(KindSchema.All, kind => Assert.Contains(Row(kind), page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_rule_language_lists_every_value_of_an_enum_property()
    {
        var page = File.ReadAllText(Repository.Path("docs", "writing-rules.md"));
        var enums = KindSchema.All.SelectMany(k => k.Properties.Values.Select(p => (Kind: k.Name, p.Name, Type: EnumOf(p.ValueType)))).Where(p => p.Type is not null).GroupBy(p => p.Type!);
        Assert.All(enums, e => Assert.Contains($"| `{e.Key.Name}` | {string.Join(", ", e.Select(p => $"`{p.Kind}.{char.ToUpperInvariant(p.Name[0])}{p.Name[1..]}`").Order(StringComparer.Ordinal))} | {string.Join(", ", Enum.GetNames(e.Key).Select(n => $"`{n}`"))} |", page, StringComparison.Ordinal));
        static Type? EnumOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type.GetGenericArguments().FirstOrDefault() ?? type) is { IsEnum: true } found ? found : null;
    }

    [Fact]
    public async Task The_permissions_are_the_actions_that_a_scan_asks()
    {
        await using var aws = new RecordedAws("eks-small");
        await RecordedScan.Run(aws.Target with { Clusters = [new EksTarget("pwb", null)] });
        var page = await File.ReadAllTextAsync(Repository.Path("docs", "permissions.md"), TestContext.Current.CancellationToken);
        Assert.All(aws.Actions, action => Assert.Contains($"\"{action}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_action_is_in_the_page_about_AWS()
    {
        var page = File.ReadAllText(Repository.Path("docs", "aws.md"));
        Assert.DoesNotContain(AwsActions.All, action => !page.Contains($"`{action}`", StringComparison.Ordinal)
            && !Enumerable.Range(0, action.Split(':')[1].Length - 4).Any(i => page.Contains($"`…{action.Split(':')[1][i..]}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_policy_is_the_one_that_is_printed() =>
        Assert.Contains($"```json\n{AwsPermissions.Json(null)}```\n", File.ReadAllText(Repository.Path("docs", "permissions.md")), StringComparison.Ordinal);

    [Fact]
    public void The_limits_of_a_scan_are_those_that_it_keeps_to()
    {
        var page = File.ReadAllText(Repository.Path("docs", "manners.md"));
        var limits = CallLimits.Considerate;
        Assert.Contains($"| an AWS service in an account and region | {limits.Aws!.PerSecond} | {limits.Aws.Burst} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Route 53 in an account, whatever the region | {limits.Route53!.PerSecond} | {limits.Route53.Burst} |", page, StringComparison.Ordinal);
        Assert.Contains($"| a Kubernetes cluster | {limits.Cluster!.PerSecond} | {limits.Cluster.Burst} |", page, StringComparison.Ordinal);
        Assert.Contains($"At most {limits.PerScope} calls are open", page, StringComparison.Ordinal);
        Assert.Contains($"and {limits.Overall} in all", page, StringComparison.Ordinal);
        Assert.Contains($"at most {limits.LongestCall.TotalSeconds} seconds with its body, and its answer has at most {BoundedAnswers.Largest / 1024 / 1024} MB", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_about_drift_shows_a_report_and_lists_what_is_expected()
    {
        var page = File.ReadAllText(Repository.Path("docs", "drift.md"));
        Assert.Contains($"```\n{File.ReadAllText(Repository.Path("fixtures", "drift", "aws-parallelcluster.txt"))}```\n", page, StringComparison.Ordinal);
        Assert.All(ExpectedDrift.Rules, r => Assert.Contains($"| {r.Kind ?? "any"} | {Code(r.Key)} | {Code(r.Path)} | {r.Reason} |", page, StringComparison.Ordinal));
        Assert.Contains($"```\n{File.ReadAllText(Repository.Path("fixtures", "drift", "declared-parallelcluster.txt"))}```\n", page, StringComparison.Ordinal);
        Assert.All(DeclaredPairs.ByKind.SelectMany(p => p), p => Assert.Contains(page.Split('\n'), l => l.StartsWith($"| {p.Kind} |", StringComparison.Ordinal) && l.Contains($"`{p.Property}`", StringComparison.Ordinal)));
        static string Code(string? pattern) => pattern is null ? "any" : $"`{pattern}`";
    }

    [Fact]
    public void The_page_about_reports_lists_every_format()
    {
        var page = File.ReadAllText(Repository.Path("docs", "reports.md"));
        Assert.All(Scanner.Report.ReportFormat.All, f => Assert.Contains($"| `{f.Name}` | {f.Description} |", page, StringComparison.Ordinal));
        Assert.Contains($"{Scanner.Report.Markdown.MarkdownPage.Longest:N0} bytes", page, StringComparison.Ordinal);
    }

    private static string Row(KindSchema kind) => $"| `{kind.Name}` | {string.Join(", ", kind.Properties.Keys
        .Where(p => p is not ("name" or "tags")).Select(p => char.ToUpperInvariant(p[0]) + p[1..]).Order(StringComparer.Ordinal).Select(p => $"`{p}`"))} |";
}
