using System.CommandLine;
using Scanner.Check.Testing;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules test</c>: run rules on mutated worlds; a fixture's name is the verdict.</summary>
internal static class RulesTestCommand
{
    private static readonly Argument<string[]> s_ids = new("RULE") { Description = "Ids of rules to test; default: all that have fixtures.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> s_fixtures = new("--fixtures") { Description = "Folder with a folder of fixtures per rule.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("fixtures", "rules") };

    private static readonly Option<string?> s_worlds = new("--worlds") { Description = "Folder with the green worlds; default: those that ship.", HelpName = "DIR" };

    private static readonly Option<bool> s_mutate = new("--mutate") { Description = "Also break and hide each fact that a passing verdict rests on: what matters when it is wrong must matter when it is hidden." };

    private static readonly Option<bool> s_others = new("--others") { Description = "Also judge all other rules in each failing fixture: those that fail too must be listed in it, under also." };

    public static Command Create()
    {
        var command = new Verb("test", "Test rules: each fixture is a small change of a green world, and its file name says the verdict (pass-, fail-, unknown-, na-).", """
            scanner rules test
            scanner rules test OUR-001 --rules our-rules --fixtures our-rules/fixtures
            scanner rules test PCL-015 --mutate
            """) { s_ids, s_fixtures, s_worlds, s_mutate, s_others, CommonOptions.Config, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var ids = command.GetValue(s_ids) ?? [];
        var fixtures = FixtureFile.All(command.GetRequiredValue(s_fixtures)).Where(f => ids.Length == 0 || ids.Contains(f.RuleId)).ToList();
        if (fixtures.Count == 0) throw new UserErrorException($"{command.GetValue(s_fixtures)}: no fixtures{(ids.Length == 0 ? "" : $" of {string.Join(", ", ids)}")}; expected RULE/{{pass,fail,unknown,na}}-case.yaml");
        var worlds = new Worlds(command.GetValue(s_worlds) ?? Worlds.Shipped);
        var rules = RuleSource.Load(command, Settings.From(command).Yaml, evenDisabled: true);
        var (runner, overlaps) = (new FixtureRunner(rules, worlds.Read), new Overlaps(rules, worlds.Read));
        var withOthers = command.GetValue(s_others);
        var outcomes = fixtures.ConvertAll(f => runner.Run(f, CancellationToken.None) is { Problem: not null } failed ? failed
            : new FixtureOutcome(f, f.Expected, withOthers && f.Expected is Model.Verdict.Fail ? overlaps.Problem(f, CancellationToken.None) : null));
        foreach (var outcome in outcomes.Where(o => o.Problem is not null))
            Console.Out.WriteLine($"FAILED {outcome.Fixture.RuleId}/{outcome.Fixture.Name}: {Model.OneLine.Of(outcome.Problem!)}");
        Console.Out.WriteLine($"{outcomes.Count(o => o.Problem is null)} passed, {outcomes.Count(o => o.Problem is not null)} failed");
        var isSound = !command.GetValue(s_mutate) || BreakageReport.Write(rules, fixtures, worlds.Read, Console.Out);
        return outcomes.Exists(o => o.Problem is not null) || !isSound ? ExitCode.Findings : ExitCode.Compliant;
    }
}
