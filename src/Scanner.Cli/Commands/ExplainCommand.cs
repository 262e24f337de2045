using System.CommandLine;
using Scanner.Check;
using Scanner.Check.Explaining;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Model.Findings;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner explain</c>: why this verdict.</summary>
internal static class ExplainCommand
{
    private const int MostNamed = 10;

    private static readonly Argument<string> s_rule = new("RULE") { Description = "The rule's id, e.g. PCL-015." };

    private static readonly Argument<string?> s_resource = new("RESOURCE") { Description = "A resource's id, key or name; default: all that the rule judges.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string[]> s_in = new("--in") { Description = "Snapshot or declared file to explain; default: collect now. Repeatable.", HelpName = "FILE" };

    private static readonly Option<bool> s_all = new("--all") { Description = "Show every fact that was read, not only those that decide." };

    private static readonly Option<string> s_out = new("--out", "-o") { Description = "How to write it: text, or json with everything for programs.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };

    public static Command Create()
    {
        s_out.AcceptOnlyFromAmong("text", "json");
        var command = new Verb("explain", "Show what a verdict rests on: the facts that decide it, each with its source and time, what would flip it, and what would decide an unknown.", """
            scanner explain PCL-015 --in snapshot.jsonl
            scanner explain GEN-011 --aws-region us-east-1
            scanner explain PCL-023 --in cluster-config.yaml --cluster prod
            scanner explain PCL-015 pwb-workbench --in snapshot.jsonl --all
            """)
        {
            s_rule, s_resource, s_in, s_all, s_out, CommonOptions.With, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        if (command.GetValue(s_resource) is { } named && (File.Exists(named) || Directory.Exists(named)))
            throw new UserErrorException($"{named} is a file, and what stands here is a resource: say --in {named}");
        var settings = Settings.From(command);
        var all = RuleSource.Load(command, settings.Yaml, evenDisabled: true);
        var id = command.GetRequiredValue(s_rule);
        var rule = RuleSource.Find(all, id) with { IsNamed = true };
        var (inputs, deadline) = (await Inputs.Read(command, command.GetValue(s_in) ?? [], cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var files = FileReading.Of(command, settings);
        var snapshot = await ScanPipeline.Of(command).See(settings.For([rule]), inputs, files, deadline, RuleSource.Needs([rule]), cancellationToken);
        if (command.GetValue(CommonOptions.With) is { Length: > 0 } with) snapshot = await files.Preview(snapshot, files.Target(settings, [.. with.Select(Inputs.Source)]), cancellationToken);
        var report = ScanPipeline.Check(snapshot, settings, [rule], cancellationToken, trace: true);
        var found = Chosen(report, rule, command.GetValue(s_resource));
        var explainer = new Explainer(snapshot, settings.ParametersFor(snapshot), [rule], found.Count, cancellationToken);
        var explanations = found.Select(f => explainer.Of(f.Finding, f.Environment));
        if (command.GetValue(s_out) == "json") await Console.Out.WriteAsync(ExplanationJson.Of(explanations));
        else foreach (var explanation in explanations) await Console.Out.WriteAsync(ExplanationText.Of(explanation, command.GetValue(s_all)));
        return ExitCode.Compliant;
    }

    /// <summary>The findings that are asked for, each with its environment.</summary>
    /// <exception cref="UserErrorException">There are none.</exception>
    internal static List<(string Environment, Finding Finding)> Chosen(ScanReport report, LoadedRule rule, string? resource)
    {
        var all = report.Environments.SelectMany(e => e.Findings.Select(f => (Environment: e.Id, Finding: f))).ToList();
        if (all.Count == 0) throw new UserErrorException($"{rule.Id} does not run here: {NotHere(report, rule)}");
        var found = all.FindAll(f => resource is null || Names(f.Finding).Contains(resource));
        // a way in is called after all that is on it
        if (found.Count == 0) found = all.FindAll(f => f.Finding.SubjectLabel.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Contains(resource));
        return found.Count > 0 ? found : throw new UserErrorException($"{rule.Id} judges no '{resource}'{Near(resource!, [.. all.SelectMany(f => Names(f.Finding)).Distinct(StringComparer.Ordinal)], [.. all.Select(f => f.Finding.SubjectLabel).Distinct(StringComparer.Ordinal)])}");
    }

    private static readonly char[] s_separators = [' ', ':', '/'];

    private static IReadOnlyList<string> Names(Finding finding) => [finding.SubjectId, finding.SubjectKey, finding.SubjectLabel];

    /// <summary>What was probably meant; else what there is, where that is not too much.</summary>
    private static string Near(string name, IReadOnlyList<string> names, IReadOnlyList<string> labels) => Suggestion.Near(name, names) is { Length: > 0 } near ? near
        : $"; it judges {string.Join(", ", labels.Take(MostNamed))}{(labels.Count > MostNamed ? $" and {labels.Count - MostNamed} more" : "")}";

    private static string NotHere(ScanReport report, LoadedRule rule) => report.Environments.Count == 0 ? "no environment was found"
        : report.Environments.SelectMany(e => e.Detection.Architectures.AsEnumerable()).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } detected
            ? $"it is a rule of {rule.Architecture}, and {string.Join(", ", detected)} was found; see --architecture"
            : "its architecture was not detected; see --architecture";
}
