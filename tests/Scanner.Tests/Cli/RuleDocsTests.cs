using Scanner.Check;
using Scanner.Cli.Commands;
using Scanner.Cli.Configuration;

namespace Scanner.Tests.Cli;

/// <summary>The pages about rules are what <c>scanner rules docs</c> writes now.</summary>
public sealed class RuleDocsTests
{
    [Fact]
    public void Pages_are_as_the_rules_are()
    {
        var folder = Repository.Path("rules");
        var pages = RulesDocsCommand.Pages(folder, RuleLibrary.Installed(useCache: false).Load([]).Rules, FixtureFile.All(Repository.Path("fixtures", "rules")));
        Assert.All(pages, page => Approved.Matches(Path.Combine(folder, page.Name), System.Text.Encoding.UTF8.GetBytes(page.Text)));
        var there = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
        Assert.Empty(there.Except(pages.Select(p => p.Name)));
    }
}
