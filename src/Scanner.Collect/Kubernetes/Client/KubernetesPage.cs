namespace Scanner.Collect.Kubernetes;

/// <summary>One page of a list.</summary>
/// <param name="Items">What was kept of its objects.</param>
/// <param name="Next">The token of the page that follows; null on the last one.</param>
internal sealed record KubernetesPage<T>(IReadOnlyList<T> Items, string? Next);
