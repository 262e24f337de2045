using System.CommandLine;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner snapshot</c>: collect only.</summary>
internal static class SnapshotCommand
{
    private static readonly Argument<string[]> s_inputs = new("INPUT") { Description = "Files that declare the deployment, to read beside what is live, or alone.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Where to write it (.jsonl or .jsonl.gz): a file, or s3://BUCKET/KEY.", HelpName = "PATH", Required = true };

    public static Command Create()
    {
        var command = new Verb("snapshot", "Collect what a deployment looks like now, without judging it.", """
            scanner snapshot --aws-region us-east-1 -o prod.jsonl.gz
            scanner snapshot --in-cluster -o cluster.jsonl.gz
            scanner snapshot --aws-region us-east-1 --only PCL-015 -o sticky.jsonl
            scanner snapshot cluster-config.yaml --cluster prod -o declared.jsonl
            scanner snapshot --aws-region us-east-1 -o s3://ops/scanner/prod.jsonl.gz
            """)
        {
            s_inputs, s_output, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.KeepAll, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Only, CommonOptions.Skip,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var (pipeline, settings) = (ScanPipeline.Of(command), Settings.From(command));
        var (inputs, deadline) = (await Inputs.Read(command, command.GetValue(s_inputs) ?? [], cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var snapshot = await pipeline.See(settings, inputs, FileReading.Of(command, settings), deadline, Wanted(command, settings), cancellationToken);
        await ArtifactStores.Of(command).WriteSnapshot(snapshot, command.GetRequiredValue(s_output), cancellationToken);
        var refused = snapshot.Gaps.Where(g => g.MakesIncomplete).ToList();
        await Console.Error.WriteLineAsync($"{snapshot.Observations.Count} observations, {snapshot.Header.Calls} calls, {refused.Count} refused{LeftOut(snapshot.Header)}");
        // several kinds may rest on one call
        var lines = refused.Select(gap => $"  {Model.OneLine.Of(gap.ToString())} · {Model.OneLine.Of(gap.Remedy.ToString())}").Distinct(StringComparer.Ordinal);
        foreach (var line in lines) await Console.Error.WriteLineAsync(line);
        return refused.Count > 0 ? ExitCode.Incomplete : ExitCode.Compliant;
    }

    /// <summary>Everything, for rules that nobody has chosen yet; what some need, where they are chosen now.</summary>
    private static IReadOnlySet<string>? Wanted(ParseResult command, Settings settings) =>
        command.GetValue(CommonOptions.Only) is { Length: > 0 } || command.GetValue(CommonOptions.Skip) is { Length: > 0 } ? RuleSource.Needs(RuleSource.Load(command, settings.Yaml)) : null;

    private static string LeftOut(Header header)
    {
        var count = header.Scopes.AsEnumerable().SelectMany(s => s.LeftOut.AsEnumerable()).Sum(l => l.Count);
        return count == 0 ? "" : $", {count} resources left out as unrelated (--keep-all keeps them)";
    }
}
