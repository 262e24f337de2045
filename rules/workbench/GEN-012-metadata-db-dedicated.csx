// Both may be the product's default.
Truth HaveOneDatabase(ConfiguredServer one, ConfiguredServer other) => one.DatabaseHost().Is(host => host != null
    && other.DatabaseHost().Is(otherHost => string.Equals(host, otherHost, StringComparison.OrdinalIgnoreCase))
    && one.DatabaseName().Is(name => other.DatabaseName().Is(otherName => (name ?? "rstudio") == (otherName ?? "rstudio"))));

Truth IsSharedBy(ConfiguredServer one, Environment env) => env.Servers.Any(other => other.Installation != null && one.Id != other.Id && HaveOneDatabase(one, other));

// Hosts of one cluster, and pods of one installation, are one consumer; two installations are two.
Truth IsShared(Environment env) => env.Servers.Any(one => one.Installation != null && env.Servers.Any(other => other.Installation != null && one.Id != other.Id && HaveOneDatabase(one, other)))
    || env.Servers.Any(one => one.OnHost != null && env.OtherServers().Any(other => HaveOneDatabase(one, other)));

new Rule<Environment>
{
    Title = "The PostgreSQL database was empty and is not shared",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster-2024:110-111", "parallelcluster:83-84", "eks:95"],
    // what is in a database cannot be seen from outside, so that the word of whoever made it has to do
    Why = "Two deployments in one database see each other's sessions, and an upgrade of one breaks the other.",
    Fix = "Give Workbench its own empty database; where it has one, attest it.",
    Severity = Severity.Note,
    At = "files[database.conf].host, files[database.conf].connection-uri",
    Architectures = ["load-balanced", "kubernetes", "aws-parallelcluster", "aws-eks"],
    Check = (env, _) => Require(
        env.AttestedUnless("GEN-012", IsShared(env)), $"more than one deployment uses the metadata database of {env.Cluster}")
        .About(env.Installations.Where(one => env.Servers.Any(server => server.Installation?.Id == one.Id && IsSharedBy(server, env))), "files[database.conf].host, files[database.conf]"),
}
