namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>What a client asked, and what it showed.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="ClientName">The subject of the client's certificate; null where it showed none.</param>
internal sealed record KubernetesRequest(string Path, IReadOnlyDictionary<string, string> Headers, string? ClientName)
{
    public string? Token => Headers.TryGetValue("authorization", out var said) ? said.Replace("Bearer ", "", StringComparison.Ordinal) : null;
}
