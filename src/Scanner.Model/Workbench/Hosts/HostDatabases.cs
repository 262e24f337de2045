namespace Scanner.Model;

/// <summary>Which database a server on a host keeps its metadata in.</summary>
internal static class HostDatabases
{
    /// <summary>Whether every server surely keeps its metadata in a file of its own.</summary>
    public static bool AreAllOwn(Environment environment) => (environment.Servers.Any() && environment.Servers.All(s => IsOwn(s.Setting("database.conf", "provider")))).IsTrue;

    /// <summary>The PostgreSQL of a host's server: one that AWS shows by its id, another by its host name; null where the server has none but its own.</summary>
    public static Fact<string?> Of(Environment environment, ComputeInstance host)
    {
        var server = environment.Of<WorkbenchServer>().Where(s => s.Host.Is(h => h?.Id == host.Id)).Sole($"the server on {host.Id}", RemedyKind.Probe);
        return server.Then(s => s is null ? new Fact<string?>(Unread(host)) : IsOwn(s.Setting("database.conf", "provider")).IsTrue ? new Fact<string?>((string?)null, Evidence.Derived) : Named(environment, s));
    }

    private static Truth IsOwn(Fact<string?> provider) => provider.Is(p => p is null || string.Equals(p, "sqlite", StringComparison.OrdinalIgnoreCase));

    private static Fact<string?> Named(Environment environment, WorkbenchServer server) => DatabaseSettings.HostOf(new ConfiguredServer(server)).Then(name =>
        name is null || IsHere(name) ? new Fact<string?>(Unread(server)) : server.Written("database.conf", "database").Then(database =>
            environment.DatabaseAt(name).Then(choice => new Fact<string?>($"{Identity(environment, choice) ?? name.ToLowerInvariant()}{(database is null ? "" : "/" + database)}", Evidence.Derived))));

    /// <summary>Behind a proxy, the database; null for one that AWS does not show.</summary>
    private static string? Identity(Environment environment, DatabaseChoice? choice) => choice is null ? null
        : choice.BehindProxy(environment) is { IsKnown: true, Value: var behind } ? behind.Database.Label : choice.Database.Label;

    private static bool IsHere(string name) => name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.StartsWith("127.", StringComparison.Ordinal);

    private static Gap Unread(Resource of) => new(of.Scope, nameof(WorkbenchServer), "database.conf", GapCause.Hidden,
        OneLine.Of($"which database Workbench on {of.Label} uses is not known"), new(RemedyKind.Probe, OneLine.Of(of.Label)));
}
