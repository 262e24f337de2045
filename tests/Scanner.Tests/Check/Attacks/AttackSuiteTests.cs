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
}
