namespace Scanner.Model;

/// <summary>The configuration's <c>Scheduling/SlurmSettings/Database</c>, without its credentials.</summary>
/// <param name="Host">The host of <c>Uri</c>.</param>
/// <param name="Port">The port of <c>Uri</c>; 3306 where it names none.</param>
/// <param name="Name">The database's name; null where Slurm chooses it.</param>
public sealed record AccountingDatabase(string Host, int Port, string? Name);
