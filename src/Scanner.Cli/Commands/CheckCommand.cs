using System.CommandLine;
using Scanner.Check.Explaining;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner check</c>: collect or read, run the rules, report.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> s_inputs = new("INPUT") { Description = $"What to check: snapshots (.jsonl, .jsonl.gz, also s3://BUCKET/KEY; @latest in a history or folder) instead of collecting, and files that declare the deployment, alone or over what is seen: KIND=PATH, or PATH alone where its content tells ({string.Join(", ", DeclaredFiles.Formats)}).", Arity = ArgumentArity.ZeroOrMore, Validators = { NoOption } };

    private static readonly Option<string[]> s_out = new("--out", "-o") { Description = $"Report to write: FORMAT=PATH, or FORMAT for standard output ({string.Join(", ", Reports.Formats)}). Repeatable.", HelpName = "FORMAT=PATH" };

    private static readonly Option<string> s_failOn = new("--fail-on") { Description = "Failures at or above it give exit code 1: error, warning, note or never.", HelpName = "SEVERITY", DefaultValueFactory = _ => "error" };

    private static readonly Option<bool> s_allowIncomplete = new("--allow-incomplete") { Description = "Do not give exit code 3 where something could not be read." };

    private static readonly Option<string?> s_saveSnapshot = new("--save-snapshot") { Description = "Keep what was collected (.jsonl or .jsonl.gz): a file, or s3://BUCKET/KEY.", HelpName = "PATH" };

    private static readonly Option<bool> s_diff = new("--diff") { Description = "With --with: show only the verdicts that the change would flip (--out text or json)." };

    private static readonly Option<bool> s_notes = new("--notes") { Description = "Show notes in full." };

    public static Command Create()
    {
        s_failOn.AcceptOnlyFromAmong("error", "warning", "note", "never");
        var command = new Verb("check", "Check a deployment against its reference architecture.", """
            scanner check --aws-region us-east-1
            scanner check --eks prod --aws-region us-east-1
            scanner check --kube-context prod --aws-profile prod --aws-region us-east-1
            scanner check snapshot.jsonl --out sarif=scan.sarif
            scanner check snapshot.jsonl --out html=report.html
            scanner check snapshot.jsonl --out markdown=summary.md --out junit=scanner.xml
            scanner check cluster-config.yaml --cluster prod
            scanner check --eks prod --aws-region us-east-1 values.yaml values-prod.yaml
            scanner check snapshot.jsonl --with cluster-config.yaml --diff
            scanner check snapshot.jsonl --with cluster-config.yaml --diff --out json
            scanner check --aws-region us-east-1 --only PCL-015
            scanner check --aws-profile prod --save-snapshot scan.jsonl.gz
            scanner check scan.jsonl.gz --out github-sarif=scan.sarif
            scanner check --eks prod --aws-region us-east-1 --baseline baseline.json --fail-new-only
            scanner check scan.jsonl.gz --waivers waivers.yaml
            scanner check --eks prod --aws-region us-east-1 --history s3://ops/scanner/prod --keep 90d
            scanner check --eks prod --aws-region us-east-1 --history history --notify env:SLACK_WEBHOOK_URL
            scanner check s3://ops/scanner/prod/@latest --aws-profile prod
            """)
        {
            s_inputs, s_out, s_failOn, s_allowIncomplete, s_saveSnapshot, CommonOptions.With, s_diff, s_notes, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.KeepAll,
            CommonOptions.Config, CommonOptions.PolicyFrom, CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate, CommonOptions.Only, CommonOptions.Skip,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles).Concat(Acceptance.Options).Concat(Keeping.Options)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    /// <summary>What begins with a dash was meant as an option, and is not one.</summary>
    private static void NoOption(System.CommandLine.Parsing.ArgumentResult inputs)
    {
        if (inputs.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } mistyped) inputs.AddError($"there is no option {mistyped.Value}{Suggestion.Near(mistyped.Value, Options(inputs))}");
    }

    private static IEnumerable<string> Options(System.CommandLine.Parsing.ArgumentResult inputs) =>
        inputs.Parent is System.CommandLine.Parsing.CommandResult { Command: var command } ? command.Options.Select(o => o.Name) : [];

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var (paths, with) = (command.GetValue(s_inputs) ?? [], command.GetValue(CommonOptions.With) ?? []);
        if (command.GetValue(s_diff) && with.Length == 0) throw new UserErrorException("--diff shows what a change would flip: give the changed file with --with FILE");
        var flips = command.GetValue(s_diff) ? Reports.ParseFlips(command.GetValue(s_out) ?? []) : null;
        var outputs = flips is not null ? [] : Reports.Parse(command.GetValue(s_out) ?? [], hasPlace: paths.Any(p => !ArtifactAddress.IsRemote(p)) || with.Length > 0 || settings.Yaml.Locations is not null || command.GetValue(CommonOptions.Locations) is not null || settings.Targets.All(t => t.Location is not null) || settings is { Yaml.Targets: [{ Location: not null }], Targets.Count: 1 });
        var rules = RuleSource.Load(command, settings.Yaml);
        var keeping = await Keeping.Of(command, settings.Yaml, isPreview: with.Length > 0, cancellationToken);
        var acceptance = await Acceptance.Of(command, settings, rules, command.GetValue(s_diff), keeping.History is not null || outputs.Any(o => o.Format.TellsFacts), cancellationToken);
        var (files, inputs) = (FileReading.Of(command, settings), await Inputs.Read(command, paths, cancellationToken));
        var snapshot = await ScanPipeline.Of(command).See(settings.For(rules), inputs, files, TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)), RuleSource.Needs(rules), cancellationToken);
        if (command.GetValue(s_saveSnapshot) is { } path) await ArtifactStores.Of(command).WriteSnapshot(snapshot, path, cancellationToken);
        var options = RunOptions.Of(command, command.GetValue(s_notes), InputFile(inputs, with)) with { Preview = with.Length > 0, SavedSnapshot = command.GetValue(s_saveSnapshot), Repeated = Repeated(command), IsOverSnapshot = inputs.Snapshots.Count > 0 && inputs.Declared.Count > 0 };
        var merged = new MergedResources();
        ScanReport Check(Snapshot seen) => acceptance.Of(ScanPipeline.Check(seen, settings, rules, merged, cancellationToken) with { FailOn = FailOn(command) }, settings.ParametersFor(seen), rules, merged, cancellationToken);
        ScanReport Explained(Snapshot seen) => CauseFinder.Explain(Check(seen), settings.ParametersFor(seen), rules, merged, cancellationToken);
        if (with.Length == 0)
        {
            var report = Explained(snapshot);
            var exitCode = await Report(command, report, outputs, options with { PictureOf = new Pictures(snapshot, settings).Of }, cancellationToken);
            await keeping.Keep(snapshot, report, options, cancellationToken);
            return exitCode;
        }
        var changed = await files.Preview(snapshot, files.Target(settings, [.. with.Select(Inputs.Source)]), cancellationToken);
        return flips is not null ? await ReportFlips(command, FlippedVerdict.Between(Check(snapshot), Check(changed)), flips, options, cancellationToken)
            : await Report(command, Explained(changed), outputs, options with { PictureOf = new Pictures(changed, settings).Of }, cancellationToken);
    }

    /// <summary>What a command that explains a verdict must say again, so that it comes to the same one.</summary>
    private static IReadOnlyList<string> Repeated(ParseResult command)
    {
        var files = command.GetValue(CommonOptions.With) ?? [];
        Option<string?>[] subject = [CommonOptions.Cluster, CommonOptions.Namespace, CommonOptions.Release];
        return
        [
            .. files.SelectMany(file => (string[])["--with", file]),
            // what files are about matters where they are read again
            .. files.Length == 0 ? [] : subject.Where(o => command.GetValue(o) is not null).SelectMany(o => (string[])[o.Name, command.GetValue(o)!]),
            .. (command.GetValue(CommonOptions.Architecture) ?? []).SelectMany(a => (string[])["--architecture", a]),
            .. (command.GetValue(CommonOptions.Parameter) ?? []).SelectMany(p => (string[])["--param", p]),
            .. (command.GetValue(CommonOptions.Rules) ?? []).SelectMany(r => (string[])["--rules", r.ToString()]),
        ];
    }

    private static async Task<int> Report(ParseResult command, ScanReport report, IReadOnlyList<(ReportFormat Format, string? Path)> outputs, ReportOptions options, CancellationToken cancellationToken)
    {
        report = report with { ExitCode = ExitCode.Of(report, command.GetValue(s_allowIncomplete)) };
        await Reports.Write(report, outputs, options, ArtifactStores.Of(command), cancellationToken);
        return report.ExitCode;
    }

    private static async Task<int> ReportFlips(ParseResult command, IReadOnlyList<FlippedVerdict> flips, IReadOnlyList<(FlipFormat Format, string? Path)> outputs, ReportOptions options, CancellationToken cancellationToken)
    {
        await Reports.Write(flips, outputs, options, ArtifactStores.Of(command), cancellationToken);
        return ExitCode.Of(flips, FailOn(command), command.GetValue(s_allowIncomplete));
    }

    /// <summary>The file that stands for the whole: the first that was named.</summary>
    private static string? InputFile(Inputs inputs, string[] with) =>
        inputs.Files.Concat(with.Select(p => Inputs.Source(p).Input).Where(i => !i.IsFolder).Select(i => i.Path)).FirstOrDefault();

    private static Severity? FailOn(ParseResult command) => command.GetValue(s_failOn) switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "note" => Severity.Note,
        _ => null,
    };
}
