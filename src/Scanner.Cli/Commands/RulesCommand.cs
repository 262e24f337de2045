using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules</c>: list, show, write, test and document rules.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string> s_id = new("RULE") { Description = "The rule's id, e.g. PCL-015." };

    public static Command Create() => new("rules", "List, show, write, compile, test and document rules.")
    {
        List(), Show(), RulesNewCommand.Create(), RulesTestCommand.Create(), RulesCompileCommand.Create(), RulesEditorCommand.Create(), RulesDocsCommand.Create(), RulesIsolatedCommand.Create(),
    };

    private static Command List()
    {
        var command = new Verb("list", "List the rules at hand.", """
            scanner rules list
            scanner rules list --rules our-rules
            """) { CommonOptions.Config, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate, CommonOptions.Only, CommonOptions.Skip };
        command.SetAction(parsed =>
        {
            foreach (var rule in RuleSource.Load(parsed, Settings.From(parsed).Yaml))
                Console.Out.WriteLine($"{rule.Id}  {rule.Rule.DefaultSeverity.ToString().ToLowerInvariant(),-7}  {rule.Architecture,-22}  {rule.Rule.Title}{(rule.Rule.IsOffByDefault ? $" (off; --only {rule.Id} runs it)" : "")}");
        });
        return command;
    }

    private static Command Show()
    {
        var command = new Verb("show", "Show one rule: what it says, why, and how to mend a failure.", """
            scanner rules show PCL-015
            """) { s_id, CommonOptions.Config, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate };
        command.SetAction(parsed =>
        {
            var rule = RuleSource.Find(RuleSource.Load(parsed, Settings.From(parsed).Yaml, evenDisabled: true), parsed.GetRequiredValue(s_id));
            Console.Out.Write(RulePage.Of(rule));
        });
        return command;
    }
}
