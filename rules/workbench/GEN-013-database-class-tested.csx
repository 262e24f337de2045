Judgement Judge(Database db, Environment env) => Require(
    env.ShapeOf(db).Is(shape => shape.VCpus >= 2 && shape.MemoryGiB >= 1),
    $"{db} has {env.ShapeOf(db).Map(shape => shape.VCpus)} vCPU and {env.ShapeOf(db).Map(shape => shape.MemoryGiB)} GiB ({db.InstanceClass}), less than the tested db.t3.micro")
    .About(db, "instanceClass");

Fact<DatabaseChoice?> Accounting(Environment env) => env.IsKubernetes ? (DatabaseChoice?)null
    : env.Parameters.NamesAccountingDatabase ? env.AccountingDatabase()
    : env.Cluster.Accounting.Then(named => named == null ? (DatabaseChoice?)null : env.DatabaseAt(named.Host));

Judgement Of(Fact<DatabaseChoice?> choice, Environment env) => choice.Value is { } found ? Judge(found.BehindProxy(env).Value.Database, env) : Pass();

// Nobody is asked how many sessions there will be; who says it, is told.
Judgement Load(Environment env) => !env.Parameters.ExpectsSessions ? Pass() : Require(
    env.Parameters.ExpectedConcurrentSessions.Is(sessions => sessions <= 5000),
    $"{env.Parameters.ExpectedConcurrentSessions} sessions at once are more than the 5000 that were tested");

new Rule<Environment>
{
    Title = "Database instances are at least as large as the tested class",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster-2024:62", "parallelcluster:43-44", "eks:55"],
    Why = "Sign-in and session lists wait for a database that is smaller than any that was tested.",
    Fix = "Use db.t3.micro or larger; above 5,000 sessions load-test.",
    Architectures = ["aws-parallelcluster", "aws-eks"],
    AppliesTo = (env, _) => env.MetadataDatabase().Is(choice => choice != null) || Accounting(env).Is(choice => choice != null),
    Check = (env, _) => Of(env.MetadataDatabase(), env).And(Of(Accounting(env), env)).And(Load(env)),
}
