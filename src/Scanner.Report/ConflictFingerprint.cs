using System.Globalization;
using Scanner.Model.Drift;

namespace Scanner.Report;

/// <summary>What makes a conflict the same one in every scan: resource and path; no lines and no values.</summary>
internal static class ConflictFingerprint
{
    /// <summary>The rule that conflicts are reported under.</summary>
    public const string Rule = "SCN-002";

    /// <summary>Each conflict with its fingerprint; those at the same path of a resource are told apart by their order.</summary>
    public static IEnumerable<(Conflict Conflict, Fingerprint Fingerprint)> Each(IEnumerable<Conflict> conflicts)
    {
        var seen = new Dictionary<(ResourceName, string), int>();
        foreach (var conflict in conflicts)
        {
            var subject = (conflict.Resource, conflict.Path);
            var times = seen[subject] = seen.TryGetValue(subject, out var before) ? before + 1 : 1;
            string[] parts = [Rule, conflict.Resource.Key, conflict.Resource.Kind, conflict.Path];
            yield return (conflict, Fingerprint.Of(times == 1 ? parts : [.. parts, times.ToString(CultureInfo.InvariantCulture)]));
        }
    }
}
