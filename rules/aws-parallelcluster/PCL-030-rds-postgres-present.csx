Judgement Judge(DatabaseChoice choice, Environment env) =>
    Require(choice.Database.Engine == DatabaseEngine.Postgres, $"{choice.Database} ({choice.How}) is {choice.Database.EngineName}, not PostgreSQL")
        .And(Require(!choice.IsReader, $"{choice.Database} ({choice.How}) is named by its reader endpoint, which serves reads only"))
        .And(Require(choice.Database.ReplicaOf.Is(source => source == null), $"{choice.Database} ({choice.How}) is a read replica"))
        .And(Require(choice.Database.Status == "available", $"{choice.Database} ({choice.How}) is {choice.Database.Status}"))
        .Note($"metadata database: {choice.Database} ({choice.How})");

new Rule<Environment>
{
    Title = "An RDS PostgreSQL instance exists for Workbench metadata",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster:15", "parallelcluster:40-41", "parallelcluster:82-83", "parallelcluster-2024:21", "parallelcluster-2024:108", "parallelcluster-2024:110"],
    Why = "Several login nodes share their sessions and settings only through one PostgreSQL database.",
    Fix = "Create an RDS PostgreSQL instance and point database.conf at it.",
    Check = (env, _) => env.MetadataDatabase().Value is { } choice
        ? Judge(choice.BehindProxy(env).Value, env)
        : Fail($"there is no RDS PostgreSQL database of Workbench's: none in the VPC of {env.Cluster}, or database.conf says SQLite"),
}
