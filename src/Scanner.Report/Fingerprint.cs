using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>What makes a finding the same one in every scan: rule and subject's key; no lines, no live values, no ephemeral ids.</summary>
internal readonly record struct Fingerprint(string Whole)
{
    /// <summary>The short form that GitHub tracks alerts by.</summary>
    public string Short => Whole[..16] + ":1";

    /// <summary>Each finding with its fingerprint; findings of the same rule and key are told apart by their order.</summary>
    public static IEnumerable<(Finding Finding, Fingerprint Fingerprint)> Each(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<(string, string, string), int>();
        foreach (var finding in findings)
        {
            var subject = (finding.Rule.Id, finding.SubjectKind, finding.SubjectKey);
            var times = seen[subject] = seen.TryGetValue(subject, out var before) ? before + 1 : 1;
            yield return (finding, times == 1
                ? Of(finding.Rule.Id, finding.SubjectKey, finding.SubjectKind)
                : Of(finding.Rule.Id, finding.SubjectKey, finding.SubjectKind, times.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public static Fingerprint Of(params string[] parts) => new(Convert.ToHexStringLower(Hash(parts)));

    /// <summary>An identity that follows from content, in the form of a version 5 UUID.</summary>
    public static Guid Uuid(params string[] parts)
    {
        var bytes = Hash(parts).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Lengths stand before the parts, so that no two lists of parts read alike.</summary>
    private static byte[] Hash(string[] parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"{p.Length}:{p}"))));
}
