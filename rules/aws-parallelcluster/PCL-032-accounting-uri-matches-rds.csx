Truth IsMySql(Database db) => db.Engine == DatabaseEngine.MySql || db.Engine == DatabaseEngine.MariaDb;

Judgement Judge(DatabaseChoice choice, DatabaseChoice behind, AccountingDatabase accounting) =>
    Require(IsMySql(behind.Database), $"the accounting Uri names {behind}, which is {behind.Database.EngineName}, and not MySQL")
        .And(Require(!choice.IsReader && choice.Database.ReplicaOf.Is(source => source is null), $"the accounting Uri names an endpoint of {choice} that serves reads only"))
        .And(Require(choice.Database.Port == accounting.Port, $"the accounting Uri says port {accounting.Port}, and {choice} listens at {choice.Database.Port}"));

// An account has one code in all endpoints of a region: NAME.[cluster-]CODE.REGION.rds.amazonaws.com.
string Code(string host)
{
    var rest = host.Substring(host.IndexOf('.') + 1);
    var dot = rest.IndexOf('.');
    return dot < 0 ? rest : rest.Substring(rest.Substring(0, dot).LastIndexOf('-') + 1);
}

Truth IsOfThisAccount(string host, Environment env) => host.EndsWith(".rds.amazonaws.com", StringComparison.Ordinal)
    && env.Of<Database>().Any(db => db.Endpoints.Is(endpoints => endpoints.Any(endpoint => Code(endpoint) == Code(host))));

Judgement Unmatched(string host, Environment env) => IsOfThisAccount(host, env)
    ? Fail($"the accounting Uri names {host}, which is no endpoint of any database: it was deleted or never made")
    : Undecidable($"the accounting host {host} is none of the databases that the scan saw", "the accounting database");

Judgement Matched(DatabaseChoice choice, AccountingDatabase accounting, Environment env) => Judge(choice, choice.BehindProxy(env).Value, accounting);

// A name of one's own leads to the endpoint by DNS.
Judgement ByAlias(AccountingDatabase accounting, Environment env) =>
    env.Of<DnsRecord>().Where(record => record.Name == accounting.Host).Sole("accountingDatabase").Value is not { } record ? Unmatched(accounting.Host, env)
    : record.Targets.Value is not { Count: 1 } targets ? Undecidable($"the accounting host {accounting.Host} leads to several names", "the accounting database")
    : env.DatabaseAt(targets[0]).Value is { } choice ? Matched(choice, accounting, env)
    : Unmatched(targets[0], env);

Judgement ByHost(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } choice
    ? Matched(choice, accounting, env)
    : ByAlias(accounting, env);

new Rule<Environment>
{
    Title = "The accounting URI points at that RDS MySQL database",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster:84-86", "parallelcluster-2024:111"],
    Why = "slurmdbd that cannot write to its database stops, and jobs leave no record.",
    Fix = "Set Uri in Scheduling/SlurmSettings/Database to the writer endpoint of the MySQL database.",
    At = "accounting",
    AppliesTo = (env, _) => !env.Cluster.UsesExternalSlurmdbd && env.Cluster.Accounting.Is(accounting => accounting is not null),
    Check = (env, _) => env.Cluster.Accounting.Value is { } accounting ? ByHost(accounting, env) : NotApplicable($"no accounting database is declared"),
}
