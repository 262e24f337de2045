namespace Scanner.Model.Snapshots;

/// <summary>Whether one listing call of a kind answered completely in one scope; the gap where it did not.</summary>
public sealed record Coverage(string Kind, string Scope, string Action, Gap? Gap);
