using System.Security.Cryptography;
using System.Text;

namespace Scanner.Model.Findings;

/// <summary>The facts that a failure rests on, each by name once, in the order of their names.</summary>
public sealed class FailureFacts
{
    public FailureFacts(IEnumerable<FactDigest> digests)
    {
        Digests = [.. digests.OrderBy(d => d.Name, StringComparer.Ordinal)];
        var whole = string.Concat(Digests.Select(d => $"{d.Name.Length}:{d.Name}={d.Hash}\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32];
    }

    public IReadOnlyList<FactDigest> Digests { get; }

    /// <summary>Of all of them: the same for the same failure as long as none of them changes.</summary>
    public string Hash { get; }

    /// <summary>What is different since, in words, by name.</summary>
    public IReadOnlyList<string> Since(IReadOnlyDictionary<string, string> before)
    {
        var now = Digests.ToDictionary(d => d.Name, d => d.Hash, StringComparer.Ordinal);
        return [.. now.Keys.Union(before.Keys).Order(StringComparer.Ordinal)
            .Select(name => Difference(name, before.TryGetValue(name, out var was) ? was : null, now.TryGetValue(name, out var is_) ? is_ : null)).OfType<string>()];
    }

    private static string? Difference(string name, string? before, string? now) => before == now ? null
        : now is FactDigest.Unread ? $"{name} could not be read"
        : before is FactDigest.Unread ? $"{name} could not be read then"
        : before is null ? $"{name} is new in it"
        : now is null ? $"{name} is no longer part of it"
        : $"{name} changed";
}
