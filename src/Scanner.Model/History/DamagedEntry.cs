namespace Scanner.Model.History;

/// <summary>An entry of a history that cannot be read, and hides no other.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Problem">What is wrong, and what to do, as a clause.</param>
public sealed record DamagedEntry(string File, string Problem);
