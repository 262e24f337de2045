using System.CommandLine;
using Scanner.Check.Drift;
using Scanner.Check.Drift.Declared;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using Scanner.Report.Drift;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner drift</c>: what is different between two snapshots, or between a snapshot and the files that declare it.</summary>
internal static class DriftCommand
{
    private const string Any = "any";
    private const string Never = "never";

    private static readonly Argument<string[]> s_inputs = new("INPUT") { Description = "The earlier snapshot and the later one; or one snapshot and the files that declare what it shows: KIND=PATH, or PATH alone where its content tells.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> s_out = new("--out", "-o") { Description = $"Format: {string.Join(", ", DriftFormat.All.Select(f => f.Name))}.", HelpName = "FORMAT", DefaultValueFactory = _ => DriftFormat.All[0].Name };

    private static readonly Option<string[]> s_failOn = new("--fail-on") { Description = "What gives exit code 1: any, added, removed, changed, never; default: any. Repeatable.", HelpName = "WHAT" };

    private static readonly Option<bool> s_allowIncomplete = new("--allow-incomplete") { Description = "Do not give exit code 3 where something that one side says, the other did not see." };

    public static Command Create()
    {
        s_out.AcceptOnlyFromAmong([.. DriftFormat.All.Select(f => f.Name)]);
        s_failOn.AcceptOnlyFromAmong(Any, "added", "removed", "changed", Never);
        var command = new Verb("drift", "Tell what is different between two snapshots, or otherwise than files declare it. Ends with 1 where something is, with 3 where that could not be told.", """
            scanner drift last-week.jsonl.gz today.jsonl.gz
            scanner drift last-week.jsonl.gz today.jsonl.gz --verbose
            scanner drift last-week.jsonl.gz today.jsonl.gz --out markdown --fail-on removed --fail-on changed
            scanner drift s3://ops/scanner/last-week.jsonl.gz s3://ops/scanner/today.jsonl.gz --aws-profile prod
            scanner drift today.jsonl.gz values.yaml values-prod.yaml
            scanner drift today.jsonl.gz cluster-config.yaml --out json
            """) { s_inputs, s_out, s_failOn, s_allowIncomplete, CommonOptions.Config, CommonOptions.Parameter, CommonOptions.AwsProfile };
        foreach (var option in CommonOptions.OfFiles) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var fails = Failing(command.GetValue(s_failOn) ?? []);
        var settings = Settings.From(command);
        var inputs = await Inputs.Read(command, command.GetRequiredValue(s_inputs), cancellationToken);
        return inputs switch
        {
            { Snapshots: [var baseline, var current], Declared: [] } => Between(command, DriftFinder.Find(baseline, current, settings.Yaml.Ignore), fails),
            { Snapshots: [var current] } => Declared(command, DeclaredDriftFinder.Find(await Over(command, settings, current, inputs, cancellationToken), settings.Yaml.Ignore), fails),
            { Snapshots: [] } => throw new UserErrorException("there is no snapshot among the inputs: give two, or one and the files that declare what it shows; scanner snapshot -o FILE writes one"),
            { Declared: [] } => throw new UserErrorException($"{inputs.Snapshots.Count} snapshots: give two to compare, the earlier one first"),
            _ => throw new UserErrorException("files are compared with one snapshot: leave the other one out"),
        };
    }

    private static int Between(ParseResult command, DriftReport report, IReadOnlyCollection<ChangeKind> fails)
    {
        using var standard = new StandardOutput();
        Format(command).Write(report, standard, RunOptions.Of(command, notes: false, input: null));
        return ExitCode.Of(report, fails, command.GetValue(s_allowIncomplete));
    }

    private static int Declared(ParseResult command, DeclaredDrift? drift, IReadOnlyCollection<ChangeKind> fails)
    {
        if (drift is null) throw new UserErrorException("nothing in this snapshot is declared: give the files that declare what it shows, or a second snapshot");
        using var standard = new StandardOutput();
        Format(command).WriteDeclared(drift, standard, RunOptions.Of(command, notes: false, input: null));
        return ExitCode.Of(drift, fails, command.GetValue(s_allowIncomplete));
    }

    /// <summary>The scan with the files laid over it; one that was saved with its files has them already.</summary>
    private static async Task<Snapshot> Over(ParseResult command, Settings settings, Snapshot current, Inputs inputs, CancellationToken cancellationToken)
    {
        var files = FileReading.Of(command, settings);
        var seen = inputs.Declared.Count == 0 ? current : await files.Over(current, [files.Target(settings, inputs.Declared)], isFromCommandLine: true, cancellationToken);
        return files.Located(seen, inputs.Declared);
    }

    private static DriftFormat Format(ParseResult command) => DriftFormat.All.First(f => f.Name == command.GetValue(s_out));

    /// <exception cref="UserErrorException">They contradict each other.</exception>
    private static IReadOnlyCollection<ChangeKind> Failing(string[] named)
    {
        if (named.Contains(Never) && named.Length > 1) throw new UserErrorException($"--fail-on {Never}: goes with no other --fail-on");
        return named.Length == 0 || named.Contains(Any) ? Enum.GetValues<ChangeKind>()
            : [.. Enum.GetValues<ChangeKind>().Where(k => named.Contains(k.ToString(), StringComparer.OrdinalIgnoreCase))];
    }
}
