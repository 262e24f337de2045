namespace Scanner.Report.Sarif;

/// <summary>Which of the two SARIF files is written.</summary>
/// <param name="FailuresOnly">GitHub shows every result as a problem: it gets failures, and one note on what could not be decided.</param>
/// <param name="NeedsPlaces">Whether a result without a place in a file is refused.</param>
/// <param name="MostResults">How many results are kept, the weightiest first.</param>
internal sealed record SarifProfile(bool FailuresOnly, bool NeedsPlaces, int MostResults)
{
    /// <summary>Every verdict.</summary>
    public static readonly SarifProfile Full = new(false, false, int.MaxValue);

    /// <summary>GitHub takes 25,000 results and keeps 5,000 of them, so that is what it gets: the same ones each time.</summary>
    public static readonly SarifProfile GitHub = new(true, true, 5_000);
}
