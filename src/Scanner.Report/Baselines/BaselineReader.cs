using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Json;

namespace Scanner.Report.Baselines;

/// <summary>Makes a baseline's nouns of its document.</summary>
internal static partial class BaselineReader
{
    /// <exception cref="InvalidDataException">Something in it cannot be.</exception>
    public static Baseline Of(BaselineDocument document, string file) => new(file, document.StartedAt, [.. document.Environments.Select(Of)]) { Tool = document.Tool, Looked = document.Looked ?? [] };

    private static BaselineEnvironment Of(BaselineEnvironmentDocument environment)
    {
        var rules = environment.Failing.DistinctBy(r => r.Id, StringComparer.Ordinal).ToDictionary(r => r.Id, Of, StringComparer.Ordinal);
        return new(environment.Id, environment.Key, environment.Label, environment.Run, environment.Scopes)
        {
            Architectures = environment.Architectures,
            Undecided = Of(environment.Undecided),
            Rules = environment.Rules.ToHashSet(StringComparer.Ordinal),
            Verdicts = [.. environment.Verdicts.Select(v => Of(v, rules.TryGetValue(v.Rule, out var rule) ? rule : Untold(v.Rule)))],
        };
    }

    private static BaselineVerdict Of(BaselineVerdictDocument verdict, RuleDescription rule)
    {
        if (!Hash.IsMatch(verdict.Fingerprint)) throw new InvalidDataException($"the fingerprint of {verdict.Rule} is none");
        var (subject, failure) = (verdict.Subject, verdict.Failure);
        if (verdict.Verdict is Verdict.Fail && failure is null) throw new InvalidDataException($"a failure of {verdict.Rule} lacks what it is");
        var finding = new Finding(rule, verdict.Verdict, subject.Kind, subject.Id, subject.Key, subject.Label)
        {
            Severity = failure?.Severity ?? rule.Severity,
            Fix = failure?.Fix ?? rule.Rule.Fix,
            Gap = Of(verdict.Gap),
            Message = failure?.Message is { } message ? Of(message, verdict.Rule) : null,
            Facts = failure?.Facts is { } facts ? new FailureFacts(Digests(facts)) : null,
            Location = failure?.Location is { } at ? new SourceLocation(at.File, at.Line, at.Column, at.EndColumn, "") : null,
        };
        return new(verdict.Fingerprint, finding) { FactsHash = failure?.Facts?.Hash, Facts = (failure?.Facts is { } known ? Digests(known) : []).ToDictionary(f => f.Name, f => f.Hash, StringComparer.Ordinal) };
    }

    private static Gap? Of(GapDocument? gap) => gap is null ? null : new(gap.Scope, gap.Kind, gap.Action, gap.Cause, gap.Detail, new(gap.Remedy.Kind, gap.Remedy.What));

    private static IEnumerable<FactDigest> Digests(FactsDocument facts) => facts.Facts.Select(f => new FactDigest(f.Kind, f.Key, f.Property, f.Hash)).DistinctBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>Every placeholder has its argument, or the sentence could not be written.</summary>
    private static Message Of(MessageDocument message, string rule)
    {
        var told = Message.Of(message.Template, message.Arguments);
        return told.ToString() == message.Text ? told : throw new InvalidDataException($"a message of {rule} is not what its template and arguments make");
    }

    private static RuleDescription Of(BaselineRuleDocument rule) => new(rule.Id, rule.Name, rule.Architecture, rule.Path, new Rule<Model.Environment>
    {
        Title = rule.Title, Level = rule.Level, Basis = rule.Basis, SecuritySeverity = rule.SecuritySeverity, Source = rule.Source, Why = rule.Why, Fix = rule.Fix, Check = NotAgain,
    }, rule.Severity);

    /// <summary>A rule of which only verdicts are kept that nobody needs to read about.</summary>
    private static RuleDescription Untold(string id) => Of(new BaselineRuleDocument(id, id, "", "", id, Level.Must, Severity.Error, Basis.Seed, null, "", "", ""));

    private static Judgement NotAgain(Model.Environment subject, Model.Environment environment) => throw new InvalidOperationException("a rule of a baseline is told of, and not run");

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash { get; }
}
