using Scanner.Check;
using Scanner.Check.Isolation;
using Scanner.Model.Budgets;

namespace Scanner.Tests.Check.Attacks;

/// <summary>The suite itself: large enough, and each script says what it tries and how that ends.</summary>
public sealed class AttackSuiteTests
{
    private static readonly string[] s_endings = ["refused", "budget", "unknown", "harmless", "isolated"];

    private static IReadOnlyList<Attack> All => [.. s_endings.SelectMany(Attack.Of)];

    [Fact]
    public void There_are_enough() => Assert.True(All.Count >= 100);

    [Fact]
    public void Every_file_is_run() => Assert.Equal(Directory.GetFiles(Repository.Path("fixtures", "attacks")).Length, All.Count);

    [Fact]
    public void Each_name_begins_as_its_first_line_says() => Assert.All(All, a => Assert.StartsWith(a.Ending + "-", a.File, StringComparison.Ordinal));

    [Fact]
    public void The_page_about_security_lists_what_only_isolation_stops()
    {
        var page = File.ReadAllText(Repository.Path("docs", "security.md"));
        var listed = page.Split("## What only --isolate stops")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        Assert.Equal(Attack.Of("isolated").Select(a => $"| `{a.File}` | {a.What} |"), listed);
    }

    [Fact]
    public void The_page_about_security_says_the_limits()
    {
        var page = string.Join(' ', File.ReadAllText(Repository.Path("docs", "security.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var rule = BudgetLimits.OfRule;
        string[] limits =
        [
            Said($"{rule.Steps:N0} steps, {rule.Time.TotalSeconds} s, {BudgetLimits.Stack >> 10} kB of stack, and {rule.Memory >> 20} MB"), Said($"at most {BudgetLimits.LongestText:N0} characters, and what it says {BudgetLimits.LongestJudgement:N0}"),
            Said($"more than {ScriptSize.Longest:N0} characters"), Said($"| {ProcessLimits.Seconds} s of processor time"), Said($"| {ProcessLimits.Heap >> 20} MB of memory"), Said($"{ProcessLimits.AddressSpace >> 30} GB of addresses"),
            Said($"within {2 * ProcessLimits.Seconds} s"),
        ];
        Assert.All(limits, limit => Assert.Contains(limit, page, StringComparison.Ordinal));
        static string Said(FormattableString limit) => FormattableString.Invariant(limit);
    }
}
