using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check;

/// <summary>Makes findings of rulings.</summary>
internal sealed class FindingMaker(Model.Environment environment)
{
    private const string Files = "files[";

    private readonly Header _header = environment.Graph.Snapshot.Header;
    private readonly Lazy<ILookup<string, string>> _keys = new(() => environment.Graph.Snapshot.Observations.ToLookup(o => o.Id, o => o.Key, StringComparer.Ordinal));
    private readonly ILookup<string, Declaration> _declarations = environment.Graph.Snapshot.Header.Declarations.AsEnumerable().ToLookup(d => d.Key, StringComparer.Ordinal);

    public Finding Of(RuleDescription rule, ISubject subject, Ruling ruling, string fix)
    {
        var judgement = ruling.Judgement;
        var blank = Blank(rule, subject, judgement.Verdict);
        return blank with
        {
            Location = Wrong(judgement).Select(w => Declared(w.Key, w.At)).FirstOrDefault(l => l is not null) ?? blank.Location,
            Severity = judgement.Severity ?? rule.Severity,
            Message = judgement.Message,
            Gap = judgement.Gap,
            Fix = fix,
            Notes = judgement.Notes,
            Related = [.. judgement.Related.Select(r => (r.Wrong.Id, r.Wrong.Label))],
            Path = judgement.Path,
            Gaps = ruling.Gaps,
            Readings = ruling.Readings,
        };
    }

    public Finding Unknown(RuleDescription rule, ISubject subject, Gap gap) =>
        Blank(rule, subject, Verdict.Unknown) with { Gap = gap, Gaps = [gap] };

    /// <summary>A rule about objects of which there surely is none.</summary>
    public Finding WithoutSubject(RuleDescription rule) =>
        Blank(rule, environment, Verdict.NotApplicable) with { Message = $"there is no {rule.Rule.SubjectType.Name} to judge" };

    private Finding Blank(RuleDescription rule, ISubject subject, Verdict verdict) =>
        new(rule, verdict, subject.GetType().Name, subject.Id, subject.Key, subject.Label)
        {
            Severity = rule.Severity, Fix = rule.Rule.Fix, Location = Location(rule, subject),
        };

    /// <summary>
    /// Where a user would mend it: the line of the first property that the rule names, of the subject, of a way in's target group, load
    /// balancer or Ingress, or of the environment's cluster, else the subject's own, else the target's in scanner.yaml.
    /// </summary>
    /// <remarks>
    /// It rests on header, rule and subject alone, and never on a verdict: or alerts would close and open again. A failure that names other
    /// resources as what is wrong comes before it: as long as these are wrong, its place is theirs.
    /// </remarks>
    private SourceLocation? Location(RuleDescription rule, ISubject subject)
    {
        var hop = subject as EntryHop;
        var keys = new[] { subject.Key, hop?.TargetGroup.Key, hop?.LoadBalancer.Key, hop?.IngressKey, environment.Key }.OfType<string>().ToList();
        var properties = rule.Rule.At?.Split(", ") ?? [];
        return properties.SelectMany(property => keys.Select(key => Declared(key, property))).FirstOrDefault(l => l is not null)
            ?? properties.SelectMany(property => keys.Select(key => Whole(key, property))).FirstOrDefault(l => l is not null)
            ?? (subject is Model.Environment ? properties.Select(p => OfServers(p) ?? OfServers(FileOf(p))).FirstOrDefault(l => l is not null) : null)
            ?? keys.Take(keys.Count - 1).Append(subject.Key).Where(_ => !IsElsewhere(subject, properties)).Select(key => Declared(key, null)).FirstOrDefault(l => l is not null)
            ?? _header.Targets.FirstOrDefault(t => t.Location is not null && t.Scopes.Any(s => environment.Scopes.Contains(s)).IsTrue)?.Location;
    }

    /// <summary>What a failure says is wrong, and what stops traffic: each by its property first, and as a whole where no file has that.</summary>
    private IEnumerable<(string Key, string? At)> Wrong(Judgement judgement) => judgement.Verdict is not Verdict.Fail ? [] : judgement.Related
        .SelectMany(r => Places(r.Wrong, r.At?.Split(", ") ?? []).Select(at => (r.Wrong.Key, at)))
        .Concat((judgement.Path?.Hops.AsEnumerable() ?? []).Where(hop => hop.Admits is false).SelectMany(hop => _keys.Value[hop.Element]).Select(key => (key, (string?)null)));

    private static IEnumerable<string?> Places(ISubject wrong, string[] properties)
    {
        foreach (var property in properties) yield return property;
        if (!IsElsewhere(wrong, properties)) yield return null;
    }

    /// <summary>In Kubernetes a file lies in another object than the workload that is judged by it: where that is not at hand, the workload's own line would only mislead.</summary>
    private static bool IsElsewhere(ISubject subject, IReadOnlyList<string> properties) =>
        subject is Installation or ConfiguredServer { Installation: not null } && properties.Any(p => p.StartsWith(Files, StringComparison.Ordinal));

    private SourceLocation? Declared(string key, string? property) => _declarations[key].FirstOrDefault(d => d.Property == property)?.Location;

    /// <summary>Where an entry has no line, that of its configuration file, or of the whole list or map.</summary>
    private SourceLocation? Whole(string key, string property) => (FileOf(property) is { } file ? Declared(key, file) : null) ?? Declared(key, property.Split('[', '.')[0]);

    /// <summary>The file of a key in one, as <c>files[rserver.conf]</c> of <c>files[rserver.conf].www-port</c>; null of anything else.</summary>
    private static string? FileOf(string property) => property.StartsWith(Files, StringComparison.Ordinal) && property.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? property[..(end + 1)] : null;

    /// <summary>A statement about the whole rests on the configuration of its servers: the line of the only one that has it.</summary>
    private SourceLocation? OfServers(string? property) => property?.StartsWith(Files, StringComparison.Ordinal) == true
        && _header.Declarations.AsEnumerable().Where(d => d.Property == property && d.Key.StartsWith("Workload/", StringComparison.Ordinal) == environment.IsKubernetes)
            .Select(d => d.Location).Distinct().ToList() is [var only] ? only : null;
}
