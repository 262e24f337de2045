namespace Scanner.Model;

/// <summary>The database engines that the reference architectures speak of.</summary>
public enum DatabaseEngine
{
    Postgres,
    MySql,
    MariaDb,
    Other,
}
