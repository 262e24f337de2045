using System.CommandLine;
using Scanner.Check.Drift;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using Scanner.Report.Drift;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner drift</c>: what is different between two snapshots.</summary>
internal static class DriftCommand
{
    private const string Any = "any";
    private const string Never = "never";

    private static readonly Argument<string> s_baseline = new("BASELINE") { Description = "The earlier snapshot." };

    private static readonly Argument<string> s_current = new("CURRENT") { Description = "The later snapshot." };

    private static readonly Option<string> s_out = new("--out", "-o") { Description = $"Format: {string.Join(", ", DriftFormat.All.Select(f => f.Name))}.", HelpName = "FORMAT", DefaultValueFactory = _ => DriftFormat.All[0].Name };

    private static readonly Option<string[]> s_failOn = new("--fail-on") { Description = "What gives exit code 1: any, added, removed, changed, never; default: any. Repeatable.", HelpName = "WHAT" };

    private static readonly Option<bool> s_allowIncomplete = new("--allow-incomplete") { Description = "Do not give exit code 3 where something that one scan saw, the other did not." };

    public static Command Create()
    {
        s_out.AcceptOnlyFromAmong([.. DriftFormat.All.Select(f => f.Name)]);
        s_failOn.AcceptOnlyFromAmong(Any, "added", "removed", "changed", Never);
        var command = new Verb("drift", "Tell what is different between two snapshots. Ends with 1 where something is, with 3 where that could not be told.", """
            scanner drift last-week.jsonl.gz today.jsonl.gz
            scanner drift last-week.jsonl.gz today.jsonl.gz --verbose
            scanner drift last-week.jsonl.gz today.jsonl.gz --out markdown --fail-on removed --fail-on changed
            """) { s_baseline, s_current, s_out, s_failOn, s_allowIncomplete, CommonOptions.Config };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var fails = Failing(command.GetValue(s_failOn) ?? []);
        var yaml = ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory());
        var read = await Task.WhenAll(Read(command.GetRequiredValue(s_baseline)), Read(command.GetRequiredValue(s_current))).WaitAsync(cancellationToken);
        var report = DriftFinder.Find(read[0], read[1], yaml.Ignore);
        using var standard = new StandardOutput();
        DriftFormat.All.First(f => f.Name == command.GetValue(s_out)).Write(report, standard, RunOptions.Of(command, notes: false, input: null));
        return ExitCode.Of(report, fails, command.GetValue(s_allowIncomplete));
    }

    private static Task<Snapshot> Read(string path) => Task.Run(() => SnapshotFile.Read(path), CancellationToken.None);

    /// <exception cref="UserErrorException">They contradict each other.</exception>
    private static IReadOnlyCollection<ChangeKind> Failing(string[] named)
    {
        if (named.Contains(Never) && named.Length > 1) throw new UserErrorException($"--fail-on {Never}: goes with no other --fail-on");
        return named.Length == 0 || named.Contains(Any) ? Enum.GetValues<ChangeKind>()
            : [.. Enum.GetValues<ChangeKind>().Where(k => named.Contains(k.ToString(), StringComparer.OrdinalIgnoreCase))];
    }
}
