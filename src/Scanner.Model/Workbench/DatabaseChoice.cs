namespace Scanner.Model;

/// <summary>A database that was chosen for a purpose, and whether that was an assumption.</summary>
/// <param name="Database">The database.</param>
/// <param name="How">How it was chosen, for messages: <c>named by workbenchDatabase</c>, <c>assumed: the only one in the VPC</c>.</param>
public sealed record DatabaseChoice(Database Database, string How)
{
    public override string ToString() => Database.Label;
}
