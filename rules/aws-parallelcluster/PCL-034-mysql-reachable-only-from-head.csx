Truth IsHeadHost(string id, Environment env) => env.HeadNodes().Any(node => node.Id == id);

// The database's own group admits its members to each other.
Truth IsOwn(Database found, Database database) => found.Id == database.Id || found.ClusterIdentifier.Is(cluster => cluster != null && (database.Name == cluster || database.Id == cluster))
    || database.Fronts.Is(fronts => fronts.Any(front => front.Id == found.Id));

Truth IsProxyOf(Database found, Database database) => found.Form == DatabaseForm.Proxy && found.Fronts.Is(fronts => fronts.Any(front => front.Id == database.Id));

Truth MayHold(GroupHolder holder, Database database, Environment env) =>
    holder.Host is { } host ? IsHeadHost(host.Id, env)
    : holder.NodeGroup is { } group ? env.HeadGroups().Any(head => head.Id == group.Id)
    : holder.Database is { } found ? IsOwn(found, database) || (IsProxyOf(found, database) && Admitted(found, env).All(peer => MayCome(peer, found, env)))
    : holder.Interface is { } adapter ? adapter.Instance.Is(instance => instance is { } of ? IsHeadHost(of.Id, env) : false)
    : false;

Truth IsHeadAddress(AdmittedPeer peer, Environment env) => peer.Blocks.Is(blocks => blocks.All(block =>
    env.HeadNodes().Any(node => node.PrivateIps.Is(ips => ips.Contains(block.ToString())) || node.Ipv6Addresses.Is(ips => ips.Contains(block.ToString())))));

Truth MayCome(AdmittedPeer peer, Database database, Environment env) =>
    peer.IsGroup ? peer.Holders.All(holder => MayHold(holder, database, env)) : IsHeadAddress(peer, env);

ResourceSet<AdmittedPeer> Admitted(Database database, Environment env) => env.Network.AdmittedTo(database, "tcp", database.Port);

ResourceSet<GroupHolder> Others(Database database, Environment env) =>
    Admitted(database, env).Where(peer => peer.IsGroup).SelectMany(peer => peer.Holders).Where(holder => !MayHold(holder, database, env));

Judgement Only(Database database, Environment env) =>
    Require(Admitted(database, env).All(peer => MayCome(peer, database, env)),
            $"the security groups of {database} admit others than the head node at port {database.Port}: {Admitted(database, env).Where(peer => !MayCome(peer, database, env))}; who has these groups: {Others(database, env)}")
            .About(env.Of<SecurityGroup>().Where(group => Admitted(database, env).Any(peer => peer.By == group.Id && !MayCome(peer, database, env))), "ingress")
        .And(Require(!database.IsPubliclyAccessible, $"{database} is publicly accessible").About(database, "isPubliclyAccessible"));

Judgement Judge(DatabaseChoice choice, Environment env) => choice.Database.Form == DatabaseForm.Proxy
    ? Only(choice.Database, env).And(Only(choice.BehindProxy(env).Value.Database, env))
    : Only(choice.Database, env);

Judgement Named(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } choice
    ? Judge(choice, env)
    : Undecidable($"the accounting database {accounting.Host} is none of the RDS databases that the scan saw", "that only the head node reaches the accounting database");

Judgement Declared(Environment env) => env.Cluster.UsesExternalSlurmdbd
    ? Undecidable($"accounting goes to an external slurmdbd, whose database is out of view", "that only slurmdbd reaches the accounting database")
    : env.Cluster.Accounting.Value is { } accounting ? Named(accounting, env) : NotApplicable($"{env.Cluster} has no accounting database");

new Rule<Environment>
{
    Title = "Only the head node can reach the accounting database",
    Level = Level.Must,
    Severity = Severity.Warning,
    SecuritySeverity = 5.0,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster-2024:111", "parallelcluster:84"],
    Why = "Whoever reaches the accounting database with its password can rewrite who used what, and who may. What security groups admit counts: a network ACL serves a whole subnet, and is no protection from others in it. The words may also mean that the head node must reach it, so this warns only.",
    Fix = "Let the database's security group admit only the head node's security group, and make the database not publicly accessible.",
    At = "accounting",
    Check = (env, _) => env.Parameters.NamesAccountingDatabase && env.AccountingDatabase().Value is { } named ? Judge(named, env) : Declared(env),
}
