using System.CommandLine;
using Scanner.Check.Accepting;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Baselines;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner baseline create</c>: a baseline of a check's report, or of what a check finds now.</summary>
internal static class BaselineCreateCommand
{
    private const int Beginning = 512;

    private static readonly Argument<string[]> s_inputs = new("INPUT") { Description = "A JSON report of a check, or what is to be checked: snapshots, and files that declare the deployment; default: collect now.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Where to write it: a file, or s3://BUCKET/KEY.", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Verb("create", "Keep what a check finds: every verdict, and what each failure rests on, without values.", """
            scanner baseline create report.json -o baseline.json
            scanner baseline create prod.jsonl.gz -o baseline.json
            scanner baseline create --eks prod --aws-region us-east-1 -o baseline.json
            scanner baseline create --eks prod --aws-region us-east-1 -o s3://ops/scanner/baseline.json
            scanner check --eks prod --aws-region us-east-1 --baseline baseline.json --fail-new-only
            """)
        {
            s_inputs, s_output, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.KeepAll, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate, CommonOptions.Only, CommonOptions.Skip,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var (inputs, output) = (command.GetValue(s_inputs) ?? [], command.GetRequiredValue(s_output));
        var stores = ArtifactStores.Of(command);
        if (ArtifactAddress.IsRemote(output)) _ = ArtifactAddress.OfObject(output);
        using var written = new MemoryStream();
        var summary = inputs.FirstOrDefault(IsReport) is not { } report ? BaselineFile.Write(await Check(command, inputs, cancellationToken), written, RunOptions.Of(command, notes: false, null))
            : inputs.Length == 1 ? BaselineFile.Write(BaselineSource.Bytes(report), report, written)
            : throw new UserErrorException($"{report} is a report: a baseline is made of one report, or of what is to be checked, not of both");
        if (summary.Environments == 0)
        {
            await Console.Error.WriteLineAsync("scanner: no Workbench installation and no Slurm cluster was found, so there is nothing to keep: check that account, region and cluster are the right ones");
            return summary.IsComplete ? ExitCode.NothingToCheck : ExitCode.Incomplete;
        }
        await stores.Write(output, written.WriteTo, cancellationToken);
        await Console.Out.WriteLineAsync($"{OneLine.Of(output)}: {summary.Environments} {(summary.Environments == 1 ? "environment" : "environments")}, {summary.Failures} {(summary.Failures == 1 ? "failure" : "failures")}, {summary.Unknown} unknown");
        if (!summary.IsComplete) await Console.Error.WriteLineAsync("note: the scan is incomplete: what it could not see will count as new where it fails later");
        return summary.IsComplete ? ExitCode.Compliant : ExitCode.Incomplete;
    }

    private static async Task<ScanReport> Check(ParseResult command, string[] paths, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var rules = RuleSource.Load(command, settings.Yaml);
        var (files, inputs) = (FileReading.Of(command, settings), await Inputs.Read(command, paths, cancellationToken));
        var snapshot = await ScanPipeline.Of(command).See(settings.For(rules), inputs, files, TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)), RuleSource.Needs(rules), cancellationToken);
        var merged = new MergedResources();
        return FactFinder.Put(ScanPipeline.Check(snapshot, settings, rules, merged, cancellationToken), settings.ParametersFor(snapshot), rules, merged, cancellationToken);
    }

    private static bool IsReport(string path)
    {
        if (!File.Exists(path)) return false;
        using var reader = new StreamReader(new MemoryStream(BaselineSource.Bytes(path)));
        var buffer = new char[Beginning];
        return BaselineFile.IsReport(new(buffer, 0, reader.ReadBlock(buffer)));
    }
}
