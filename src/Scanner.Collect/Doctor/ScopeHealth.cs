using Scanner.Model;

namespace Scanner.Collect.Doctor;

/// <summary>An account and region, or a cluster, as the doctor found it.</summary>
/// <param name="Name">As facts and gaps name it.</param>
/// <param name="Closed">Why it cannot be entered; null where it can.</param>
/// <param name="Permissions">Each permission; none where it cannot be entered.</param>
public sealed record ScopeHealth(string Name, Gap? Closed, IReadOnlyList<Permission> Permissions)
{
    /// <summary>Who is asking; null where nobody said.</summary>
    public string? Identity { get; init; }

    /// <summary>Where the credentials come from; null where that is not known.</summary>
    public string? Source { get; init; }

    /// <summary>The permissions that a try told this of.</summary>
    public IReadOnlyList<Permission> Where(Standing standing) => [.. Permissions.Where(p => p.Standing == standing)];
}
