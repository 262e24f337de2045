namespace Scanner.Report.Graph;

/// <summary>A connection in a picture.</summary>
/// <param name="From">The id of the box that connects.</param>
/// <param name="To">The id of the box that it connects to.</param>
/// <param name="Port">Protocol and port.</param>
/// <param name="State">What the network says of it.</param>
/// <param name="Why">How many are blocked, or what would tell; empty where nothing is to be said.</param>
public sealed record Link(string From, string To, string Port, LinkState State, string Why)
{
    /// <summary>The label: never colour alone.</summary>
    public string Label => State switch
    {
        LinkState.Reachable => $"{Port} ✓",
        LinkState.Blocked => $"{Port} ✗ {Why}".TrimEnd(),
        LinkState.Unknown => $"{Port} ?",
        _ => Port,
    };
}
