namespace Scanner.Model.Snapshots;

/// <summary>A file that a snapshot's declared facts are from.</summary>
/// <param name="Name">Its path, relative to the checkout.</param>
/// <param name="Format">What kind of file it is, e.g. <c>ParallelCluster configuration</c>.</param>
public sealed record DeclaringFile(string Name, string Format);
