Truth IsHere(string host) => host == "localhost" || host == "::1" || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("/", StringComparison.Ordinal);

Truth IsOf(ComputeInstance node, string host) => node.PrivateIps.Is(ips => ips.Any(ip => ip == host || host.StartsWith("ip-" + ip.Replace(".", "-") + ".", StringComparison.Ordinal)))
    || node.Name.Is(name => name != null && (string.Equals(name, host, StringComparison.OrdinalIgnoreCase) || host.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)));

// Names such as postgres.default.svc.cluster.local.
Truth IsService(string host) => host.EndsWith(".svc", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".svc.cluster.local", StringComparison.OrdinalIgnoreCase);

Truth Names(string host, KubeService service) => service.Name.Is(name => service.Namespace.Is(space => host == name || host == name + "." + space || host.StartsWith(name + "." + space + ".", StringComparison.OrdinalIgnoreCase)));

ResourceSet<KubeService> ServicesAt(string host, Environment env) => env.Of<KubeService>().Where(service => Names(host, service));

// One that leads out of the cluster, or to a proxy that may.
Truth MayLeadOut(KubeService service, Environment env) => service.Type == "ExternalName" || service.Selector.Is(labels => labels.Count == 0) || env.Of<Pod>().Any(pod => IsProxy(pod, service));

Truth IsProxy(Pod pod, KubeService service) => service.Namespace.Is(space => pod.Namespace == space) && pod.Containers.Is(all => all.Any(container =>
    container.Image.Contains("pgbouncer", StringComparison.OrdinalIgnoreCase) || container.Image.Contains("pgpool", StringComparison.OrdinalIgnoreCase)));

Truth IsRds(string host, Environment env) => host.EndsWith(".rds.amazonaws.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".rds.amazonaws.com.cn", StringComparison.OrdinalIgnoreCase)
    || env.Of<DnsRecord>().Any(record => record.Name == host && record.Targets.Is(targets => targets.Any(target => target.EndsWith(".rds.amazonaws.com", StringComparison.OrdinalIgnoreCase))));

// An address of some machine in the account.
Truth IsMachine(string host, Environment env) => env.Of<NetworkInterface>().Any(card => card.PrivateIps.Is(ips => ips.Contains(host)));

Judgement InCluster(string host, ConfiguredServer server, Environment env) => ServicesAt(host, env).Any(service => MayLeadOut(service, env))
    ? Undecidable($"{server} has its database behind the service {host}, which may lead out of the cluster", "where the metadata database is")
    : Fail($"{server} has its database inside the cluster, at {host}");

Judgement Elsewhere(string host, ConfiguredServer server, Environment env) => env.Nodes().Any(node => IsOf(node, host)) || env.WorkbenchHosts().Any(node => IsOf(node, host)) || env.Of<Pod>().Any(pod => pod.HasAddress(host))
    ? Fail($"{server} has its database on a machine of its own cluster, at {host}")
    : IsMachine(host, env)
        ? Pass()
        : Undecidable($"{server} has its database at {host}, and what that is was not seen", "where the metadata database is");

Judgement At(string host, ConfiguredServer server, Environment env) => IsHere(host)
    ? Fail($"{server} has its database on its own host, at {host}")
    : IsService(host) || (env.IsKubernetes && ServicesAt(host, env).Any())
        ? InCluster(host, server, env)
        : IsRds(host, env) ? Pass() : Elsewhere(host, server, env);

Truth IsSqlite(ConfiguredServer server) => server.Setting("database.conf", "provider").Is(provider => !string.Equals(provider, "postgresql", StringComparison.OrdinalIgnoreCase));

new Rule<ConfiguredServer>
{
    Title = "The metadata database is an external server",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:22", "workbench:26", "workbench:40", "workbench:43", "workbench:54", "workbench:56", "workbench:71", "workbench:73"],
    Why = "A database on one of the servers, or in a pod, goes down with it, and takes all the other servers along.",
    Fix = "Move the database to RDS, or to another server outside the Workbench hosts and the cluster.",
    At = "files[database.conf].host, files[database.conf].connection-uri, files[database.conf]",
    Architectures = ["load-balanced", "external-resource-manager", "kubernetes", "slurm", "aws-parallelcluster", "aws-eks"],
    Severities = [("aws-parallelcluster", Severity.Error), ("kubernetes", Severity.Error), ("slurm", Severity.Warning), ("external-resource-manager", Severity.Warning)],
    AppliesTo = (server, env) => !IsSqlite(server),
    // without host and connection-uri Workbench takes localhost
    Check = (server, env) => At(server.DatabaseHost().Value ?? "localhost", server, env),
}
