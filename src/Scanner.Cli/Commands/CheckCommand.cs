using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner check</c>: collect or read, run the rules, report.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> s_inputs = new("INPUT") { Description = "Snapshots to check instead of collecting (.jsonl or .jsonl.gz).", Arity = ArgumentArity.ZeroOrMore, Validators = { NoOption } };

    private static readonly Option<string[]> s_out = new("--out", "-o") { Description = $"Report to write: FORMAT=PATH, or FORMAT for standard output ({string.Join(", ", Reports.Formats)}). Repeatable.", HelpName = "FORMAT=PATH" };

    private static readonly Option<string> s_failOn = new("--fail-on") { Description = "Failures at or above it give exit code 1: error, warning, note or never.", HelpName = "SEVERITY", DefaultValueFactory = _ => "error" };

    private static readonly Option<bool> s_allowIncomplete = new("--allow-incomplete") { Description = "Do not give exit code 3 where something could not be read." };

    private static readonly Option<string?> s_saveSnapshot = new("--save-snapshot") { Description = "Keep what was collected (.jsonl or .jsonl.gz).", HelpName = "PATH" };

    private static readonly Option<bool> s_notes = new("--notes") { Description = "Show notes in full." };

    public static Command Create()
    {
        s_failOn.AcceptOnlyFromAmong("error", "warning", "note", "never");
        var command = new Verb("check", "Check a deployment against its reference architecture.", """
            scanner check --aws-region us-east-1
            scanner check --eks prod --aws-region us-east-1
            scanner check --kube-context prod --aws-profile prod --aws-region us-east-1
            scanner check snapshot.jsonl --out sarif=scan.sarif
            scanner check --aws-region us-east-1 --only PCL-015
            scanner check --aws-profile prod --save-snapshot scan.jsonl.gz
            scanner check scan.jsonl.gz --out github-sarif=scan.sarif
            """)
        {
            s_inputs, s_out, s_failOn, s_allowIncomplete, s_saveSnapshot, s_notes, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.KeepAll,
            CommonOptions.Config, CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Only, CommonOptions.Skip,
        };
        foreach (var option in CommonOptions.Target) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    /// <summary>What begins with a dash was meant as an option, and is not one.</summary>
    private static void NoOption(System.CommandLine.Parsing.ArgumentResult inputs)
    {
        if (inputs.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } mistyped) inputs.AddError($"there is no option {mistyped.Value}");
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var inputs = command.GetValue(s_inputs) ?? [];
        if (inputs.Length > 0 && settings.IsFromFlags) throw new UserErrorException("give a snapshot or a live target (--aws-region, --eks, --kube-context …), not both: check them one at a time");
        var outputs = Reports.Parse(command.GetValue(s_out) ?? [], hasPlace: inputs.Length > 0 || settings.Targets.All(t => t.Location is not null));
        var rules = RuleSource.Load(command, settings.Yaml);
        var pipeline = ScanPipeline.Of(command);
        var snapshot = inputs.Length > 0
            ? SnapshotFile.Combine([.. inputs.Select(SnapshotFile.Read)])
            : await pipeline.Collect(settings.For(rules), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)), RuleSource.Needs(rules), cancellationToken);
        if (command.GetValue(s_saveSnapshot) is { } path) SnapshotFile.Write(snapshot, path);
        var report = ScanPipeline.Check(snapshot, settings, rules, cancellationToken) with { FailOn = FailOn(command) };
        report = report with { ExitCode = ExitCode.Of(report, command.GetValue(s_allowIncomplete)) };
        Reports.Write(report, outputs, RunOptions.Of(command, command.GetValue(s_notes), inputs.FirstOrDefault()));
        return report.ExitCode;
    }

    private static Severity? FailOn(ParseResult command) => command.GetValue(s_failOn) switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "note" => Severity.Note,
        _ => null,
    };
}
