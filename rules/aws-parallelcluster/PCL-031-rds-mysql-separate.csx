Truth IsMySql(Database db) => db.Engine == DatabaseEngine.MySql || db.Engine == DatabaseEngine.MariaDb;

Judgement Judge(DatabaseChoice choice) =>
    Require(IsMySql(choice.Database), $"the accounting database {choice} ({choice.How}) is {choice.Database.EngineName}, not MySQL")
        .And(Require(!choice.IsReader && choice.Database.ReplicaOf.Is(source => source == null), $"the accounting database {choice} ({choice.How}) serves reads only"))
        .And(Require(choice.Database.Status == "available", $"the accounting database {choice} ({choice.How}) is {choice.Database.Status}"))
        .NoteIf(choice.Database.Engine == DatabaseEngine.MariaDb, $"{choice} is MariaDB, which works with slurmdbd but is not MySQL");

// Where the configuration names the accounting database, that one counts, unless the user names another.
Judgement Named(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } choice
    ? Judge(choice.BehindProxy(env).Value)
    : Undecidable($"the accounting database {accounting.Host} is none of the RDS databases that the scan saw", "the accounting database");

Judgement Present(Environment env) => Require(
        env.DatabasesOf(DatabaseEngine.MySql).Any(db => db.Status == "available") || env.DatabasesOf(DatabaseEngine.MariaDb).Any(db => db.Status == "available"),
        $"there is no available RDS MySQL database in the VPC of {env.Cluster}")
    .NoteIf(env.DatabasesOf(DatabaseEngine.MySql).None(db => db.Status == "available"), $"there is MariaDB only, which works with slurmdbd but is not MySQL");

Judgement Declared(Environment env) => env.Cluster.UsesExternalSlurmdbd
    ? Undecidable($"accounting goes to an external slurmdbd, whose database is out of view", "the accounting database")
    : env.Cluster.Accounting.Value is { } accounting ? Named(accounting, env) : Present(env);

new Rule<Environment>
{
    Title = "A second, separate RDS MySQL instance exists for Slurm accounting",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster:10", "parallelcluster:40", "parallelcluster:42", "parallelcluster:82-86", "parallelcluster-2024:108", "parallelcluster-2024:110-111"],
    Why = "slurmdbd needs MySQL; without accounting, jobs leave no record and limits cannot be enforced.",
    Fix = "Create an RDS MySQL database for slurmdbd, and name it in Scheduling/SlurmSettings/Database.",
    At = "accounting",
    Check = (env, _) => env.Parameters.NamesAccountingDatabase && env.AccountingDatabase().Value is { } named
        ? Judge(named.BehindProxy(env).Value)
        : Declared(env),
}
