namespace Scanner.Model;

/// <summary>Which database a server on a host keeps its metadata in.</summary>
internal static class HostDatabases
{
    /// <summary>Whether every server surely keeps its metadata in a file of its own.</summary>
    public static bool AreAllOwn(Environment environment) => (environment.Servers.Any() && environment.Servers.All(s => IsOwn(s.Setting("database.conf", "provider")))).IsTrue;

    /// <summary>The PostgreSQL of a host's server, by its host name and its own; null where the server has none but its own.</summary>
    public static Fact<string?> Of(Environment environment, ComputeInstance host) =>
        environment.Of<WorkbenchServer>().Members.Select(m => m.Item).FirstOrDefault(s => s.Host is { IsKnown: true, Value: { } on } && on.Id == host.Id) is not { } server ? new(Unread(host))
            : IsOwn(server.Setting("database.conf", "provider")).IsTrue ? new((string?)null, Evidence.Derived) : Named(environment, server);

    private static Truth IsOwn(Fact<string?> provider) => provider.Is(p => p is null || string.Equals(p, "sqlite", StringComparison.OrdinalIgnoreCase));

    private static Fact<string?> Named(Environment environment, WorkbenchServer server) => new ConfiguredServer(server).DatabaseHost().Then(name =>
        name is null || IsHere(name) ? new Fact<string?>(Unread(server)) : server.Written("database.conf", "database").Then(database =>
            Canonical(environment, server, Followed(environment, name.ToLowerInvariant())).Map(host => (string?)(database is null ? host : $"{host}/{database}"))));

    /// <summary>The name that a name of one's own leads to, where Route 53 has it.</summary>
    private static string Followed(Environment environment, string name) => environment.Of<DnsRecord>().Members.Select(m => m.Item)
        .FirstOrDefault(r => r is { Name: { IsKnown: true, Value: { } own }, Targets: { IsKnown: true, Value.Count: 1 } } && own.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } record
            ? record.Targets.Value[0].ToLowerInvariant() : name;

    /// <summary>Of several names of one database the first; one of a proxy, whose database was not seen, tells nothing.</summary>
    private static Fact<string> Canonical(Environment environment, WorkbenchServer server, string name)
    {
        if (environment.DatabaseAt(name) is not { IsKnown: true, Value: { } choice }) return name.Contains(".proxy-", StringComparison.Ordinal) ? new Fact<string>(Unread(server)) : new Fact<string>(name, Evidence.Derived);
        return choice.BehindProxy(environment).Then(behind => behind.Database.Endpoints).Map(endpoints => endpoints.AsEnumerable().Append(name).Order(StringComparer.Ordinal).First());
    }

    private static bool IsHere(string name) => name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.StartsWith("127.", StringComparison.Ordinal);

    private static Gap Unread(Resource of) => new(of.Scope, nameof(WorkbenchServer), "database.conf", GapCause.Hidden,
        OneLine.Of($"which database Workbench on {of.Label} uses is not known"), new(RemedyKind.Probe, OneLine.Of(of.Label)));
}
