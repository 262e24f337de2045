namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>One of the ways in which requests fit a rule of Traefik's.</summary>
/// <param name="Host">Null for every host.</param>
/// <param name="Path">Null for every path.</param>
internal sealed record TraefikMatch(string? Host, string? Path)
{
    public static readonly TraefikMatch Every = new(null, null);

    /// <summary>Both at once; null where no request can fit both.</summary>
    public TraefikMatch? And(TraefikMatch other) => Host is { } one && other.Host is { } another && one != another ? null
        : new(Host ?? other.Host, Path is { } path && !(other.Path?.Length > path.Length) ? path : other.Path);
}
