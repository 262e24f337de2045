using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>Failures of the baseline that a run tells of besides its own: those that are fixed, and those that were not re-evaluated.</summary>
internal static class PastResults
{
    /// <param name="past">The failures.</param>
    /// <param name="own">The run's own results, by finding.</param>
    /// <param name="withFixed">Whether those that are fixed are told: to GitHub, what is not there is fixed.</param>
    public static IReadOnlyDictionary<object, (PastFailure Failure, Fingerprint Fingerprint)> Of(IEnumerable<PastFailure> past, IReadOnlyDictionary<object, Fingerprint> own, bool withFixed)
    {
        var results = new Dictionary<object, (PastFailure, Fingerprint)>(ReferenceEqualityComparer.Instance);
        var (taken, failing) = (own.Values.Select(f => f.Whole).ToHashSet(StringComparer.Ordinal), own.Where(o => ((Finding)o.Key).Fails).Select(o => o.Value.Whole).ToHashSet(StringComparer.Ordinal));
        // GitHub opens alerts for what is waived
        foreach (var failure in past.Where(p => withFixed || p.Finding.Fails))
            if (failure.IsFixed && withFixed) results.Add(failure.Finding, (failure, Free(failure, failing)));
            // where its subject is told of as unknown, that is the result
            else if (!failure.IsFixed && !(taken.Contains(failure.Fingerprint) && !failing.Contains(failure.Fingerprint))) results.Add(failure.Finding, (failure, Free(failure, failing)));
        return results;
    }

    /// <summary>Its own identity, unless another subject of the same key has it by now.</summary>
    private static Fingerprint Free(PastFailure failure, HashSet<string> taken)
    {
        var (finding, fingerprint) = (failure.Finding, new Fingerprint(failure.Fingerprint));
        for (var times = 2; !taken.Add(fingerprint.Whole); times++)
            fingerprint = Fingerprint.Of(finding.Rule.Id, finding.SubjectKey, finding.SubjectKind, times.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return fingerprint;
    }
}
