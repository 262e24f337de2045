namespace Scanner.Model.Drift;

/// <summary>One of two scans that were compared.</summary>
/// <param name="File">The snapshot.</param>
/// <param name="At">When the scan began.</param>
/// <param name="Schema">The form in which the snapshot is written.</param>
/// <param name="Resources">How many resources it has.</param>
/// <param name="IsEmpty">Whether it has neither resources nor anything that it tried to list.</param>
public sealed record ComparedScan(string File, DateTimeOffset At, string Schema, int Resources, bool IsEmpty);
