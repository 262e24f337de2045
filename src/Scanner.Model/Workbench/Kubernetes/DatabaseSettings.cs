namespace Scanner.Model;

/// <summary>What Workbench's configuration says of its database, as far as it does not lie in a Secret.</summary>
internal static class DatabaseSettings
{
    /// <summary>The database's host by <c>database.conf</c> in a config map, where all installations agree; null where none says so.</summary>
    public static string? ConfiguredDatabaseHost(this Environment environment)
    {
        var hosts = environment.Installations.Members.Select(m => Host(m.Item)).ToList();
        return hosts.Count > 0 && hosts.TrueForAll(h => h is { IsKnown: true, Value: not null }) && hosts.Select(h => h.Value).Distinct().ToList() is [var only] ? only : null;
    }

    private static Fact<string?> Host(Installation installation) => installation.Setting("database.conf", "host").Then(host => host is not null
        ? new Fact<string?>(host, Evidence.Derived)
        : installation.Setting("database.conf", "connection-uri").Map(uri => uri is not null && Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.Host : null));
}
