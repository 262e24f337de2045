using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>Failures that are told together: those of one cause, or of one rule.</summary>
/// <param name="Cause">The fact that they share; null where nothing is known that they do.</param>
/// <param name="Findings">The failures, the weightiest first.</param>
internal sealed record FailureGroup(Cause? Cause, IReadOnlyList<Finding> Findings)
{
    /// <summary>The failures rule by rule.</summary>
    public IEnumerable<IReadOnlyList<Finding>> Rules => Findings.GroupBy(f => f.Rule.Id).Select(g => (IReadOnlyList<Finding>)[.. g]);

    /// <summary>The groups, the weightiest first: a failure brings those that share its cause along.</summary>
    /// <param name="environment">Of which environment.</param>
    /// <param name="withNotes">Whether rules whose failures weigh a note are among them.</param>
    public static IReadOnlyList<FailureGroup> Of(EnvironmentReport environment, bool withNotes)
    {
        var failures = environment.Findings.ByWeight().Where(f => f.Fails).GroupBy(f => f.Rule.Id).Where(r => withNotes || r.First().Severity > Model.Severity.Note).SelectMany(r => r);
        var causes = environment.Causes.SelectMany(c => c.Findings.Select(f => (Finding: f, Cause: c))).ToDictionary(c => (object)c.Finding, c => c.Cause, ReferenceEqualityComparer.Instance);
        return
        [
            .. failures.GroupBy(f => causes.TryGetValue(f, out var cause) ? cause.Name : f.Rule.Id).Select(s => s.ToList())
                .Select(section => new FailureGroup(section.Count > 1 && causes.TryGetValue(section[0], out var cause) ? cause : null, section)),
        ];
    }
}
