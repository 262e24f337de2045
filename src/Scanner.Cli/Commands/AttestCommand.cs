using System.CommandLine;
using System.Text;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Declared.Attestations;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner attest</c>: writes down what somebody knows and no scan can see.</summary>
internal static class AttestCommand
{
    private static readonly Argument<string> s_rule = new("RULE") { Description = "The rule's id, e.g. GEN-012." };

    private static readonly Option<string> s_by = new("--by") { Description = "Who attests it.", HelpName = "NAME", Required = true };

    private static readonly Option<string> s_note = new("--note") { Description = "What was looked at, or agreed.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> s_expires = new("--expires") { Description = "The first day on which it no longer holds; default: until it is taken out of the file.", HelpName = "DATE" };

    private static readonly Option<string> s_file = new("--file") { Description = "The file to write to.", HelpName = "FILE", DefaultValueFactory = _ => "attestations.yaml" };

    public static Command Create()
    {
        var command = new Verb("attest", "Write down what somebody knows and no scan can see, so that a rule can rest on it.", """
            scanner attest GEN-012 --by "Jane Doe" --note "created empty on 2026-03-01, no other product uses it"
            scanner attest GEN-016 --by "Jane Doe" --note "sizes agreed with research groups" --expires 2027-12-31
            """) { s_rule, s_by, s_note, s_expires, s_file, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var rule = command.GetRequiredValue(s_rule);
        var rules = RuleSource.Load(command, new ScannerYaml(), evenDisabled: true);
        var known = rules.Select(r => r.Id).ToList();
        if (rules.Any(r => r.Id == rule && !r.AsksAttestation)) throw new UserErrorException($"{OneLine.Of(rule)} rests on what is seen: an attestation has no effect on it");
        if (!known.Contains(rule)) throw new UserErrorException($"no rule has the id {OneLine.Of(rule)}{(Suggestion.Near(rule, known) is { Length: > 0 } near ? near : "; rules of your own are found with --rules DIR")}");
        var (path, today) = (command.GetRequiredValue(s_file), TimeProvider.System.GetUtcNow());
        var expires = command.GetValue(s_expires) is { } text ? Day(text, today) : (DateTimeOffset?)null;
        var written = AttestationsText.With(path, File.Exists(path) ? AttestationsText.Read(path) : null, rule, Said(command, s_by), Said(command, s_note), today, expires);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(written)));
        Console.Out.WriteLine($"{OneLine.Of(path)}: {rule} attested by {OneLine.Of(Said(command, s_by))}{(expires is { } end ? $" until {end:yyyy-MM-dd}" : "")}");
        return ExitCode.Compliant;
    }

    private static string Said(ParseResult command, Option<string> option) =>
        command.GetRequiredValue(option).Trim() is { Length: > 0 } said ? said : throw new UserErrorException($"{option.Name} is empty");

    private static DateTimeOffset Day(string text, DateTimeOffset today) => AttestationsText.Day(text) is not { } day
        ? throw new UserErrorException($"--expires {text}: expected a day such as 2027-12-31")
        : day > today ? day : throw new UserErrorException($"--expires {text}: is past already");
}
