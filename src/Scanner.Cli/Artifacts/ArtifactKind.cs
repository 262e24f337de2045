using Scanner.Cli.Histories;

namespace Scanner.Cli.Artifacts;

/// <summary>What <c>@latest</c> is to be, by what it is called.</summary>
/// <param name="Noun">In a sentence.</param>
/// <param name="Endings">How its names end.</param>
internal sealed record ArtifactKind(string Noun, IReadOnlyList<string> Endings)
{
    public static ArtifactKind Snapshot { get; } = new("snapshot", [".jsonl", ".jsonl.gz"]);

    public static ArtifactKind Baseline { get; } = new("baseline", [".json", ".json.gz"]);

    /// <summary>Of a history the one that was scanned last, whoever wrote it when; else what was written last.</summary>
    public StoredArtifact? Last(IReadOnlyList<StoredArtifact> all)
    {
        var fitting = all.Where(a => Endings.Any(e => a.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase))).ToList();
        // a snapshot in a history counts once its entry is complete
        var kept = fitting.Where(a => EntryName.Of(a.Name) is { } entry && all.Any(b => b.Name == entry.Baseline)).ToList();
        return kept.Count > 0 ? kept.MaxBy(a => a.Name, StringComparer.Ordinal) : fitting.Where(a => EntryName.Of(a.Name) is null).OrderBy(a => a.WrittenAt).ThenBy(a => a.Name, StringComparer.Ordinal).LastOrDefault();
    }
}
