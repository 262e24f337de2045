Truth IsPostgres(ConfiguredServer server) => server.Setting("database.conf", "provider").Is(provider => string.Equals(provider, "postgresql", StringComparison.OrdinalIgnoreCase));

Truth AreSeveral(ConfiguredServer server, Environment env) => server.Installation is { } workbench
    ? workbench.DeclaredReplicas.Is(replicas => replicas > 1)
    : env.WorkbenchHosts().Count() > 1;

Judgement Judge(ConfiguredServer server) => Require(
        IsPostgres(server), $"{server} keeps its metadata with provider {server.Setting("database.conf", "provider")}, and not in PostgreSQL")
    .NoteIf(server.Written("database.conf", "provider").Is(provider => provider == null) && server.Written("database.conf", "connection-uri").Is(uri => uri != null),
        $"connection-uri counts for nothing without provider=postgresql");

new Rule<ConfiguredServer>
{
    Title = "Workbench metadata is stored in PostgreSQL",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["parallelcluster-2024:21", "parallelcluster:15", "parallelcluster:41", "eks:26", "workbench:22", "workbench:40", "workbench:54", "workbench:71"],
    Why = "SQLite is a file of one server: several servers each have their own, and users lose their sessions between them.",
    Fix = "Create an empty PostgreSQL database, and set provider=postgresql and host or connection-uri in database.conf.",
    At = "files[database.conf].provider",
    Architectures = ["load-balanced", "external-resource-manager", "kubernetes", "slurm", "aws-parallelcluster", "aws-eks"],
    Severities = [("aws-parallelcluster", Severity.Error), ("kubernetes", Severity.Error), ("slurm", Severity.Warning), ("external-resource-manager", Severity.Warning)],
    // one server can do without; several cannot
    Check = (server, env) => Require(!AreSeveral(server, env) || IsPostgres(server), $"several servers share {server.Setting("database.conf", "provider")}, which only PostgreSQL can do").As(Severity.Error)
        .And(Judge(server)),
}
