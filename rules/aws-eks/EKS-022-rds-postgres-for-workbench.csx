Fact<string?> HostOf(Installation workbench) => workbench.Setting("database.conf", "host");

Truth IsInCluster(string host, Environment env) => host.EndsWith(".svc", StringComparison.Ordinal) || host.Contains(".svc.", StringComparison.Ordinal)
    || env.Of<KubeService>().Any(service => service.Name == host);

Truth UsesSqlite(Installation workbench) => workbench.Setting("database.conf", "provider").Is(provider => string.Equals(provider, "sqlite", StringComparison.OrdinalIgnoreCase));

// A name of somebody's own may lead to RDS all the same, and an address of RDS to another account.
Judgement Other(Environment env) => env.Installations.Any(workbench => UsesSqlite(workbench)) ? Fail($"Workbench keeps its metadata in SQLite: {env.Installations.Where(workbench => UsesSqlite(workbench))}")
        .About(env.Installations.Where(workbench => UsesSqlite(workbench)), "files[database.conf].provider, files[database.conf]")
    : env.Installations.Any(workbench => HostOf(workbench).Is(host => host is { } name ? IsInCluster(name, env) : false))
        ? Fail($"Workbench keeps its metadata in a database inside {env.Cluster}, which is no RDS database")
            .About(env.Installations, "files[database.conf].host, files[database.conf]")
        : Require(env.Attested("EKS-022", $"the metadata database of {env.Installations} is none of the RDS databases that the scan saw"), $"the metadata database of {env.Installations} is not known");

Judgement Judge(DatabaseChoice choice) =>
    Require(choice.Database.Engine == DatabaseEngine.Postgres, $"{choice} ({choice.How}) is {choice.Database.EngineName}, not PostgreSQL")
        .About(choice.Database, "engine")
        .And(Require(!choice.IsReader && choice.Database.ReplicaOf.Is(source => source == null), $"{choice} ({choice.How}) serves reads only").About(choice.Database, "replicaOf"))
        .And(Require(choice.Database.Status == "available", $"{choice} ({choice.How}) is {choice.Database.Status}").About(choice.Database))
        .Note($"metadata database: {choice} ({choice.How})");

new Rule<Environment>
{
    Title = "An RDS PostgreSQL database stores Workbench's metadata",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, RDS",
    Statements = ["eks:26", "eks:95"],
    Why = "Several servers share their sessions and settings only through one PostgreSQL database, and one inside the cluster fails with it.",
    Fix = "Create an RDS PostgreSQL database, and name it in the chart's config.secret.database.conf.",
    AppliesTo = (env, _) => env.Installations.Any(),
    Check = (env, _) => env.MetadataDatabase().Value is { } choice ? Judge(choice.BehindProxy(env).Value) : Other(env),
}
