using System.CommandLine;
using Scanner.Check.Drift;
using Scanner.Check.History;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Cli.Histories;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.History;
using Scanner.Report.History;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner history</c>: how the checks in a history went, and since when what fails.</summary>
internal static class HistoryCommand
{
    private static readonly Argument<string?> s_rule = new("RULE") { Description = "The rule's id, e.g. PCL-015; default: all.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> s_out = new("--out", "-o") { Description = "How to write it: text, or json with everything for programs.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };

    public static Command Create()
    {
        s_out.AcceptOnlyFromAmong([.. HistoryFormat.All.Select(f => f.Name)]);
        var command = new Verb("history", "Show how the checks of a history went: the trend of each rule, since when what fails, and what changed when it began.", """
            scanner check --eks prod --aws-region us-east-1 --history history --keep 90d
            scanner history --history history
            scanner history EKS-012 --history s3://ops/scanner/prod
            scanner history --history history --out json
            scanner drift history/ENTRY.snapshot.jsonl.gz history/@latest
            """) { s_rule, HistoryChoice.Named, s_out, CommonOptions.Config, CommonOptions.AwsProfile, CommonOptions.AwsRegion };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var yaml = Settings.From(command).Yaml;
        var place = HistoryChoice.Of(command, yaml)?.Place ?? throw new UserErrorException("which history? Name it with --history PLACE, or history: in scanner.yaml");
        var kept = new KeptChecks(ArtifactStores.Of(command).At(place));
        var (checks, damaged) = await kept.Read(await kept.Entries(cancellationToken), cancellationToken);
        if (checks.Count + damaged.Count == 0) throw new NothingToCheckException($"{kept.Name}: no check is kept there; scanner check --history {kept.Name} keeps one");
        var report = Of(command.GetValue(s_rule), new(kept.Name, HistoryTracer.Ordered(checks), HistoryTracer.Trace(checks), damaged));
        report = await new BeginningDrift(kept, (one, other) => DriftFinder.Find(one, other, yaml.Ignore)).Put(report, cancellationToken);
        using (var standard = new StandardOutput()) HistoryFormat.All.First(f => f.Name == command.GetValue(s_out)).Write(report, standard, RunOptions.Of(command, notes: false, input: null));
        foreach (var one in damaged) await Console.Error.WriteLineAsync($"scanner: {OneLine.Of(one.File)}: {one.Problem}; restore it from a copy, or remove it");
        return damaged.Count > 0 ? ExitCode.Incomplete : ExitCode.Compliant;
    }

    /// <summary>The history of one rule.</summary>
    /// <exception cref="UserErrorException">No check of it ran that rule.</exception>
    private static HistoryReport Of(string? rule, HistoryReport history)
    {
        if (rule is null) return history;
        var known = history.Environments.SelectMany(e => e.Rules).Distinct(StringComparer.Ordinal).ToList();
        if (!known.Contains(rule)) throw new UserErrorException($"no check in {history.Store} ran a rule '{rule}'{Suggestion.Near(rule, known)}");
        return history with { Rule = rule, Environments = [.. history.Environments.Where(e => e.Rules.Contains(rule)).Select(e => e with { Failures = [.. e.Failures.Where(f => f.Finding.Rule.Id == rule)] })] };
    }
}
