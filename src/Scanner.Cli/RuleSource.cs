using System.CommandLine;
using Scanner.Check;
using Scanner.Cli.Commands;
using Scanner.Cli.Configuration;
using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli;

/// <summary>The rules that a command works with: those that ship, the user's own, without those that were left out.</summary>
internal static class RuleSource
{
    /// <exception cref="UserErrorException">A rule does not compile, or a flag names none.</exception>
    public static IReadOnlyList<LoadedRule> Load(ParseResult command, ScannerYaml yaml, bool evenDisabled = false)
    {
        var all = Compiled(command, yaml);
        var only = command.GetValue(CommonOptions.Only) ?? [];
        var skip = (command.GetValue(CommonOptions.Skip) ?? []).Concat(evenDisabled ? [] : yaml.Disabled).ToList();
        foreach (var named in only.Concat(skip).Concat(yaml.Severities.Keys).Where(n => !all.Any(r => Fits(r, n))))
            throw new UserErrorException($"there is no rule '{named}'{Suggestion.For(named, [.. all.Select(r => r.Id)])}");
        return [.. all.Where(r => (only.Length == 0 || only.Any(n => Fits(r, n))) && !skip.Exists(n => Fits(r, n)))
            .Select(r => r with { IsNamed = only.Contains(r.Id), Severity = yaml.Severities.TryGetValue(r.Id, out var severity) ? severity : null })];
    }

    /// <summary>The ids of all rules there are, whether they run or not.</summary>
    /// <exception cref="UserErrorException">A rule does not compile.</exception>
    public static IReadOnlyList<string> Known(ParseResult command, ScannerYaml yaml) => [.. Compiled(command, yaml).Select(r => r.Id)];

    /// <summary>What a scan must ask for these rules; null where that is everything, because one of them is the user's own.</summary>
    public static IReadOnlySet<string>? Needs(IReadOnlyList<LoadedRule> rules) => RuleNeeds.Installed().Of(rules);

    /// <exception cref="UserErrorException">There is no such rule.</exception>
    public static LoadedRule Find(IReadOnlyList<LoadedRule> rules, string id) => rules.FirstOrDefault(r => r.Id == id)
        ?? throw new UserErrorException($"there is no rule '{id}'{Suggestion.For(id, [.. rules.Select(r => r.Id)])}");

    private static IReadOnlyList<LoadedRule> Compiled(ParseResult command, ScannerYaml yaml)
    {
        string[] directories = [.. yaml.RulePaths, .. (command.GetValue(CommonOptions.Rules) ?? []).Select(d => d.ToString())];
        var set = RuleLibrary.Installed(useCache: !command.GetValue(CommonOptions.NoCache)).Load(directories, yaml.IsIsolated || command.GetValue(CommonOptions.Isolate) ? RulesIsolatedCommand.Line : null);
        foreach (var note in set.Notes) Console.Error.WriteLine($"note: {OneLine.Of(note)}");
        if (set.Errors.Count == 0) return set.Rules;
        foreach (var error in set.Errors) Console.Error.WriteLine(error);
        throw new UserErrorException($"{set.Errors.Select(e => e.File).Distinct().Count()} rule file(s) cannot be used");
    }

    /// <summary>An id, or <c>tag:NAME</c>: derived, must, should, advice, or an architecture.</summary>
    private static bool Fits(LoadedRule rule, string named) => named.StartsWith("tag:", StringComparison.Ordinal)
        ? Tags(rule).Contains(named[4..], StringComparer.OrdinalIgnoreCase)
        : rule.Id == named;

    private static string[] Tags(LoadedRule rule) => [rule.Rule.Basis.ToString(), rule.Rule.Level.ToString(), rule.Architecture];
}
