using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What the files of a target declare.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Snapshot">It, as a snapshot of scopes of its own.</param>
/// <param name="UnknownKeys">Keys that nothing was made of, each with its place.</param>
public sealed record DeclaredState(string Target, Snapshot Snapshot, IReadOnlyList<string> UnknownKeys)
{
    /// <summary>The files and folders themselves.</summary>
    public IReadOnlyList<DeclaredInput> Declared { get; init; } = [];

    /// <summary>The ids of things that the files only refer to: naming them makes none, nor changes it.</summary>
    public IReadOnlyList<string> ReferredIds { get; init; } = [];

    /// <summary>Of which kinds the files make things that they do not tell, so that there may be one more than a scan saw.</summary>
    public IReadOnlyList<Coverage> More { get; init; } = [];

    /// <summary>What whoever wrote the files should know, each with its place.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The ids of live things that the files would take away.</summary>
    public IReadOnlyList<string> GoneIds { get; init; } = [];

    /// <summary>What the files add to lists of live things that they do not declare, or take from them.</summary>
    public IReadOnlyList<LivePart> Parts { get; init; } = [];
}
