Truth IsMySql(Database db) => db.Engine == DatabaseEngine.MySql || db.Engine == DatabaseEngine.MariaDb;

// Where the configuration names the accounting database, that one counts; else any MySQL in the VPC.
Judgement Named(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } db
    ? Require(IsMySql(db), $"the accounting database {db} is {db.EngineName}, not MySQL")
        .And(Require(db.Status == "available", $"the accounting database {db} is {db.Status}"))
        .NoteIf(db.Engine == DatabaseEngine.MariaDb, $"{db} is MariaDB, which works with slurmdbd but is not MySQL")
    : Undecidable($"the accounting database {accounting.Host} is none of the RDS databases that the scan saw", "the accounting database");

Judgement Present(Environment env) => Require(
    (env.DatabasesOf(DatabaseEngine.MySql).Any(db => db.Status == "available") || env.DatabasesOf(DatabaseEngine.MariaDb).Any(db => db.Status == "available")),
    $"there is no available RDS MySQL database in the VPC of {env.Cluster}");

new Rule<Environment>
{
    Title = "A second, separate RDS MySQL instance exists for Slurm accounting",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Why = "slurmdbd needs MySQL; without accounting, jobs leave no record and limits cannot be enforced.",
    Fix = "Create an RDS MySQL database for slurmdbd, and name it in Scheduling/SlurmSettings/Database.",
    Check = (env, _) => env.Cluster.UsesExternalSlurmdbd
        ? Undecidable($"accounting goes to an external slurmdbd, whose database is out of view", "the accounting database")
        : env.Cluster.Accounting.Value is { } accounting ? Named(accounting, env) : Present(env),
}
