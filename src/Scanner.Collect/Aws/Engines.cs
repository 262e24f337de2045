using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>RDS's names for database engines.</summary>
internal static class Engines
{
    public static DatabaseEngine Of(string engine) => engine switch
    {
        "postgres" or "aurora-postgresql" => DatabaseEngine.Postgres,
        "mysql" or "aurora-mysql" or "aurora" => DatabaseEngine.MySql,
        "mariadb" => DatabaseEngine.MariaDb,
        _ => DatabaseEngine.Other,
    };

    public static DatabaseEngine OfFamily(string family) => family switch
    {
        "POSTGRESQL" => DatabaseEngine.Postgres,
        "MYSQL" => DatabaseEngine.MySql,
        _ => DatabaseEngine.Other,
    };

    /// <summary>A proxy listens on its family's standard port, and on no other; null for a family that this version does not know.</summary>
    public static int? ProxyPort(string family) => family switch { "POSTGRESQL" => 5432, "MYSQL" => 3306, "SQLSERVER" => 1433, _ => null };
}
