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

    [Theory]
    [InlineData("--into nowhere", "scanner: --into nowhere: there is no such folder\n")]
    [InlineData("--into elsewhere", "scanner: --into elsewhere: no rule lies there, and pages are written beside the rules that they are about: name the rules' own folder, e.g. --rules elsewhere --into elsewhere\n")]
    [InlineData("--rules own --into own", "scanner: --fixtures fixtures/rules: there is no such folder; name the one that has the fixtures of these rules\n")]
    public async Task Folder_that_is_not_the_rules_own_is_told(string arguments, string error)
    {
        using var home = new AwsHome(null);
        Directory.CreateDirectory(home.Path("elsewhere"));
        Directory.CreateDirectory(home.Path("own", "workbench"));
        home.Write("own/workbench/OUR-001-told.csx", """new Rule<Environment> { Title = "t", Level = Level.Must, Source = "s", Why = "w.", Fix = "f.", Check = (env, _) => Pass() }""");
        var result = await home.Run(["rules", "docs", .. arguments.Split(' ')]);
        Assert.Equal((2, error, ""), (result.ExitCode, result.Error, result.Output));
    }
}
