using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Where an IDE's sessions are placed, or why a text does not tell.</summary>
internal sealed record PlacementReading(PodPlacement? Placement, Refusal? Refusal)
{
    /// <summary>No pod requires or tolerates anything.</summary>
    public static readonly PlacementReading Anywhere = new(new([], StringMap.Empty, [], false), null);

    public static PlacementReading Undecided(string why) =>
        new(null, new(GapCause.Undecidable, OneLine.Of(why), new(RemedyKind.Retry, "while a session of each IDE runs, whose pods show it")));
}
