namespace Scanner.Collect;

/// <summary>How far the scan of one account and region, or of one cluster, is.</summary>
/// <param name="Scope">Its name, as facts have it.</param>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Done">How many collectors are done.</param>
/// <param name="All">How many there are.</param>
/// <param name="Waiting">How many calls wait, because the service was asked too often.</param>
public sealed record ScopeProgress(string Scope, int Calls, int Done, int All, int Waiting)
{
    public bool IsDone => Done == All;
}
