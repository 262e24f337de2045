// SQLite is a file of Workbench's own.
Truth NeedsNoServer(Environment env) => env.Installations.Any()
    && env.Installations.All(workbench => workbench.Setting("database.conf", "provider").Is(provider => string.Equals(provider, "sqlite", StringComparison.OrdinalIgnoreCase)));

Judgement Judge(MetadataAccess access, DatabaseChoice db, Environment env) =>
    Require(access.All, $"{access.Blocked} cannot reach PostgreSQL {db} ({db.How}): {access.FirstBlocked?.Reason}")
        .NoteIf(!db.IsNamed, $"metadata database: {db} ({db.How})")
        .NoteIf(db.Database.Status != "available", $"{db} is {db.Database.Status}")
        .Along(access.FirstBlocked?.Path);

new Rule<Environment>
{
    Title = "Every Workbench host can reach the metadata database",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster-2024:110", "parallelcluster:83", "eks:95", "workbench:26", "workbench:28"],
    Why = "A host that cannot reach the database does not start Workbench, or sends its users away.",
    Fix = "Add an ingress rule for the database port from the Workbench hosts' security group (or the missing route or peering).",
    FixFor = (env, _) => env.MetadataDatabase().Value is { } db && env.AccessTo(db).FirstBlocked is { } blocked
        ? $"{blocked.Fix}"
        : "Add an ingress rule for the database port from the Workbench hosts' security group.",
    Architectures = ["load-balanced", "external-resource-manager", "kubernetes", "slurm", "aws-parallelcluster", "aws-eks"],
    AppliesTo = (env, _) => (env.WorkbenchHosts().Any() || env.WorkbenchGroups().Any() || env.WorkbenchPods().Any()) && (env.Parameters.NamesWorkbenchDatabase || !NeedsNoServer(env)),
    Check = (env, _) => env.MetadataDatabase().Value is { } db
        ? Judge(env.AccessTo(db), db, env)
        : Undecidable($"no PostgreSQL database was found in the VPC of {env.Cluster}; an external one cannot be judged from here", "reachability of the metadata database"),
}
