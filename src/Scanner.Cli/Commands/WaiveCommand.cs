using System.CommandLine;
using System.Text;
using Scanner.Check.Accepting;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect.Declared.Attestations;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner waive</c>: writes down that somebody accepts a failure for a while.</summary>
internal static class WaiveCommand
{
    private const string DefaultFile = "waivers.yaml";

    private static readonly Argument<string> s_rule = new("RULE") { Description = "The rule's id, e.g. PCL-015." };

    private static readonly Argument<string?> s_resource = new("RESOURCE") { Description = "A resource's id, key or name; default: all that fails the rule now.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string[]> s_in = new("--in") { Description = "Snapshot or declared file in which it fails; default: collect now. Repeatable.", HelpName = "FILE" };

    private static readonly Option<string> s_reason = new("--reason") { Description = "Why it is accepted.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> s_owner = new("--owner") { Description = "Who accepts it.", HelpName = "NAME", Required = true };

    private static readonly Option<string> s_expires = new("--expires") { Description = "The first day on which it no longer holds.", HelpName = "DATE", Required = true };

    private static readonly Option<string?> s_ticket = new("--ticket") { Description = "Where it is discussed.", HelpName = "ID" };

    private static readonly Option<string?> s_file = new("--file") { Description = "The file to add to; default: the one that scanner.yaml names, else waivers.yaml.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Verb("waive", "Accept a failure for a while: as long as the facts stay what they are, and until a day.", """
            scanner waive PCL-015 --reason "one login node until the move" --owner "Jane Doe" --expires 2027-03-31 --in prod.jsonl.gz
            scanner waive EKS-012 pwb --reason "sessions are short" --owner platform --expires 2027-01-31 --ticket OPS-12 --eks prod --aws-region us-east-1
            scanner check prod.jsonl.gz --waivers waivers.yaml
            """)
        {
            s_rule, s_resource, s_reason, s_owner, s_expires, s_ticket, s_file, s_in, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var (expires, path) = (Day(command.GetRequiredValue(s_expires), TimeProvider.System.GetUtcNow()), command.GetValue(s_file) ?? settings.Yaml.Waivers ?? DefaultFile);
        string[] said = [Said(command, s_reason), Said(command, s_owner)];
        var before = File.Exists(path) ? WaiversYaml.Read(path) : [];
        var failures = await Failures(command, settings, cancellationToken);
        var waivers = failures.ConvertAll(f => new Waiver(f.Finding.Rule.Id, f.Finding.SubjectKey, said[0], said[1], expires, new SourceLocation(path, 1, 1, 2, ""))
        {
            Environment = NameOf(f.Environment), Ticket = command.GetValue(s_ticket) is null ? null : Said(command, s_ticket), FactsHash = f.Finding.Facts?.Hash,
            Facts = f.Finding.Facts?.Digests.ToDictionary(d => d.Name, d => d.Hash, StringComparer.Ordinal) ?? new(),
        }).DistinctBy(WaiversText.Whole).ToList();
        Write(path, before, waivers);
        foreach (var (_, finding) in failures) await Console.Out.WriteLineAsync($"{OneLine.Of(path)}: {finding.Rule.Id} of {OneLine.Of(finding.SubjectLabel)} waived by {OneLine.Of(said[1])} until {expires:yyyy-MM-dd}");
        if (settings.Yaml.Waivers is null) await Console.Error.WriteLineAsync($"note: check counts it with --waivers {OneLine.Of(path)}, or with waivers: {OneLine.Of(path)} in scanner.yaml");
        return ExitCode.Compliant;
    }

    /// <summary>Clusters of one name in two regions have one key, unless that is an ARN: a waiver for one covers no other.</summary>
    private static string NameOf(EnvironmentReport environment) => environment.Key.StartsWith("arn:", StringComparison.Ordinal) ? environment.Key : environment.Id;

    /// <summary>What fails, with its facts.</summary>
    /// <exception cref="UserErrorException">Nothing does, and what does not fail cannot be waived.</exception>
    private static async Task<List<(EnvironmentReport Environment, Finding Finding)>> Failures(ParseResult command, Settings settings, CancellationToken cancellationToken)
    {
        var id = command.GetRequiredValue(s_rule);
        var rule = RuleSource.Find(RuleSource.Load(command, settings.Yaml, evenDisabled: true), id) with { IsNamed = true };
        var (inputs, deadline) = (await Inputs.Read(command, command.GetValue(s_in) ?? [], cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var snapshot = await ScanPipeline.Of(command).See(settings.For([rule]), inputs, FileReading.Of(command, settings), deadline, RuleSource.Needs([rule]), cancellationToken);
        var merged = new MergedResources();
        var report = FactFinder.Put(ScanPipeline.Check(snapshot, settings, [rule], merged, cancellationToken), settings.ParametersFor(snapshot), [rule], merged, cancellationToken);
        var chosen = ExplainCommand.Chosen(report, rule, command.GetValue(s_resource));
        var failures = report.Environments.SelectMany(e => chosen.Where(c => c.Environment == e.Id && c.Finding.Verdict is Verdict.Fail).Select(c => (e, c.Finding))).ToList();
        return failures.Count > 0 ? failures : throw new UserErrorException(chosen.Exists(c => c.Finding.Verdict is Verdict.Unknown)
            ? $"{id} fails nowhere that could be seen, and what is unknown cannot be waived: scanner explain {id} tells what would decide it"
            : $"{id} does not fail here: there is nothing to waive");
    }

    private static void Write(string path, IReadOnlyList<Waiver> before, List<Waiver> waivers)
    {
        var text = WaiversText.With(File.Exists(path) ? Encoding.UTF8.GetString(BaselineSource.Bytes(path)) : null, before.Count == 0, waivers);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)), temporary =>
        {
            var after = WaiversYaml.Read(temporary);
            if (!after.Select(WaiversText.Whole).SequenceEqual(before.Concat(waivers).Select(WaiversText.Whole)))
                throw new UserErrorException($"{path}: each waiver must stand on lines of its own, below waivers:, so that waive can add to them");
        });
    }

    private static string Said<T>(ParseResult command, Option<T> option) where T : class? =>
        (command.GetValue(option) as string)?.Trim() is { Length: > 0 } said ? OneLine.Of(said) : throw new UserErrorException($"{option.Name} is empty");

    private static DateTimeOffset Day(string text, DateTimeOffset today) => AttestationsText.Day(text) is not { } day
        ? throw new UserErrorException($"--expires {text}: expected a day such as 2027-12-31")
        : day > today ? day : throw new UserErrorException($"--expires {text}: is past already");
}
