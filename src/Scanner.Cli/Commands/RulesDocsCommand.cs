using System.CommandLine;
using System.Text;
using Scanner.Check;
using Scanner.Check.Tracing;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Cli.RuleDocs;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules docs</c>: pages about rules, written beside them.</summary>
internal static class RulesDocsCommand
{
    private static readonly Option<string> s_into = new("--into") { Description = "Folder of the rules that the pages are written to.", HelpName = "DIR", DefaultValueFactory = _ => "rules" };

    private static readonly Option<string> s_fixtures = new("--fixtures") { Description = "Folder with a folder of fixtures per rule.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("fixtures", "rules") };

    public static Command Create()
    {
        var command = new Verb("docs", "Write README.md, TRACE.md and a page per rule into the rules' folder.", """
            scanner rules docs
            scanner rules docs --rules our-rules --into our-rules --fixtures our-rules/fixtures
            """) { s_into, s_fixtures, CommonOptions.Config, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate };
        command.SetAction(parsed =>
        {
            var (into, fixtures) = (parsed.GetRequiredValue(s_into), parsed.GetRequiredValue(s_fixtures));
            var rules = RuleSource.Load(parsed, Settings.From(parsed).Yaml, evenDisabled: true);
            Own(into, rules);
            if (!Directory.Exists(fixtures)) throw new UserErrorException($"--fixtures {fixtures}: there is no such folder; name the one that has the fixtures of these rules");
            var pages = Pages(into, rules, FixtureFile.All(fixtures));
            foreach (var (name, text) in pages) AtomicFile.Write(Path.Combine(into, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            Console.Out.WriteLine($"{pages.Count} pages in {into}");
        });
        return command;
    }

    /// <summary>All pages by their path below the rules' folder.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Pages(string folder, IReadOnlyList<LoadedRule> rules, IReadOnlyList<Check.Testing.RuleFixture> fixtures)
    {
        var own = Own(folder, rules);
        var trace = new TraceMatrix(Path.Exists(Path.Combine(folder, "documents.csv")) ? ReferenceDocument.Read(folder) : [], own);
        var markdown = new RuleMarkdown(trace, RuleNeeds.Installed().ByRule, fixtures);
        return [("README.md", RuleIndexMarkdown.Of(own, Link)), .. trace.Documents.Count > 0 ? new[] { ("TRACE.md", TraceMarkdown.Of(trace, Link)) } : [],
            .. own.Select(r => (Link(r), markdown.Of(r)))];
    }

    /// <exception cref="UserErrorException">None of the rules lies in the folder.</exception>
    private static List<LoadedRule> Own(string folder, IReadOnlyList<LoadedRule> rules)
    {
        var own = rules.Where(r => File.Exists(Path.Combine(folder, r.Architecture, $"{r.Id}-{r.Name}.csx"))).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return own.Count > 0 ? own : throw new UserErrorException(!Directory.Exists(folder) ? $"--into {folder}: there is no such folder"
            : $"--into {folder}: no rule lies there, and pages are written beside the rules that they are about: name the rules' own folder, e.g. --rules {folder} --into {folder}");
    }

    private static string Link(LoadedRule rule) => $"{rule.Architecture}/{rule.Id}-{rule.Name}.md";
}
