namespace Scanner.Model;

/// <summary>The configuration's <c>Scheduling/SlurmSettings/Database</c> as it is written, so that what it lacks can be told; nothing secret.</summary>
/// <param name="Uri">The address, with its scheme or leading slash if it has one, and without credentials and path; null where there is none.</param>
/// <param name="UserName">Whom Slurm is to the database; null where it is not said.</param>
/// <param name="PasswordSecretArn">The ARN of the secret that holds the password; <c>(not kept)</c> where something else stands there; null where nothing does.</param>
/// <param name="DatabaseName">The database's name; null where Slurm chooses it.</param>
public sealed record AccountingSettings(string? Uri, string? UserName, string? PasswordSecretArn, string? DatabaseName);
