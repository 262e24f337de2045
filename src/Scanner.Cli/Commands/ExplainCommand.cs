using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner explain</c>: why this verdict.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> s_rule = new("RULE") { Description = "The rule's id, e.g. PCL-015." };

    private static readonly Argument<string?> s_resource = new("RESOURCE") { Description = "A resource's id, key or name; default: all that the rule judges.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string[]> s_in = new("--in") { Description = "Snapshot or declared file to explain; default: collect now. Repeatable.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Verb("explain", "Show what a verdict rests on: each fact with its source and time, and what would decide an unknown.", """
            scanner explain PCL-015 --in snapshot.jsonl
            scanner explain GEN-011 --aws-region us-east-1
            scanner explain PCL-023 --in cluster-config.yaml --cluster prod
            """)
        {
            s_rule, s_resource, s_in, CommonOptions.With, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var all = RuleSource.Load(command, settings.Yaml, evenDisabled: true);
        var id = command.GetRequiredValue(s_rule);
        var rule = RuleSource.Find(all, id);
        var (inputs, deadline) = (await Inputs.Read(command.GetValue(s_in) ?? [], cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var files = FileReading.Of(command, settings);
        var snapshot = await ScanPipeline.Of(command).See(settings.For([rule]), inputs, files, deadline, RuleSource.Needs([rule]), cancellationToken);
        if (command.GetValue(CommonOptions.With) is { Length: > 0 } with) snapshot = await files.Preview(snapshot, files.Target(settings, [.. with.Select(Inputs.Source)]), cancellationToken);
        var report = ScanPipeline.Check(snapshot, settings, [rule], cancellationToken, trace: true);
        var findings = report.Findings.Where(f => command.GetValue(s_resource) is not { } resource
            || f.SubjectId == resource || f.SubjectKey == resource || f.SubjectLabel == resource).ToList();
        if (findings.Count == 0)
            throw new UserErrorException(report.Findings.Any()
                ? $"{id} judges no {command.GetValue(s_resource)}; it judges {string.Join(", ", report.Findings.Select(f => f.SubjectLabel).Distinct())}"
                : $"{id} does not run here: {(report.Environments.Count == 0 ? "no environment was found" : "its architecture was not detected; see --architecture")}");
        foreach (var finding in findings) await Console.Out.WriteAsync(Explanation.Of(finding, snapshot));
        return ExitCode.Compliant;
    }
}
