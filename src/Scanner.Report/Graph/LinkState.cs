namespace Scanner.Report.Graph;

/// <summary>What the network says of a connection in a picture.</summary>
public enum LinkState
{
    /// <summary>Nothing is asked of the network.</summary>
    Plain,

    /// <summary>It surely can be made.</summary>
    Reachable,

    /// <summary>It surely cannot, or not from everywhere.</summary>
    Blocked,

    /// <summary>It cannot be told.</summary>
    Unknown,
}
