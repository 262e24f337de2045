Judgement Judge(DatabaseChoice choice, Environment env) => Require(
        env.FromHead(choice.Database).Any && env.FromHead(choice.Database).All,
        $"{env.FromHead(choice.Database).Blocked} ({choice.How}): {env.FromHead(choice.Database).FirstBlocked?.Reason}")
    .NoteIf(choice.Database.Status != "available", $"{choice} is {choice.Database.Status}")
    .Along(env.FromHead(choice.Database).FirstBlocked?.Path);

Judgement Named(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } choice
    ? Judge(choice, env)
    : Undecidable($"the accounting database {accounting.Host} is none of the RDS databases that the scan saw", "that the head node reaches the accounting database");

Judgement Declared(Environment env) => env.Cluster.UsesExternalSlurmdbd
    ? Undecidable($"accounting goes to an external slurmdbd, whose database is out of view", "that slurmdbd reaches the accounting database")
    : env.Cluster.Accounting.Value is { } accounting ? Named(accounting, env) : NotApplicable($"{env.Cluster} has no accounting database");

new Rule<Environment>
{
    Title = "The head node can reach the accounting database",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster-2024:111", "parallelcluster:84"],
    Why = "slurmdbd runs on the head node; when it cannot reach its database, jobs leave no record and Slurm may refuse to start them.",
    Fix = "Attach the database's client security group to the head node (HeadNode/Networking/AdditionalSecurityGroups), or admit the head node's group.",
    At = "additionalSecurityGroups, accounting",
    Check = (env, _) => env.Parameters.NamesAccountingDatabase && env.AccountingDatabase().Value is { } named ? Judge(named, env) : Declared(env),
}
