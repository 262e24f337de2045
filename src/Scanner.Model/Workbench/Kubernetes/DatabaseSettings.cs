namespace Scanner.Model;

/// <summary>What Workbench's configuration says of its database, as far as it does not lie in a Secret.</summary>
internal static class DatabaseSettings
{
    /// <summary>
    /// The database's host by <c>database.conf</c> in a config map; null where no installation's says so, so that it lies in a Secret.
    /// A gap where a config map could not be read, or where not all installations say the same.
    /// </summary>
    public static Fact<string?> ConfiguredDatabaseHost(this Environment environment)
    {
        var hosts = environment.Installations.Members.Select(m => Host(m.Item)).ToList();
        if (hosts.Select(h => h.Gap).FirstOrDefault(g => g is { MakesIncomplete: true }) is { } refused) return new(refused);
        var said = hosts.Select(h => h.IsKnown ? h.Value : null).Distinct().ToList();
        return said.Count > 1 ? new(new Gap(environment.Cluster.Scope, nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
                $"the installations of {environment.Label} do not name the same database", new(RemedyKind.Parameter, "workbenchDatabase")))
            : new(said is [var only] ? only : null, Evidence.Derived);
    }

    private static Fact<string?> Host(Installation installation) => installation.Setting("database.conf", "host").Then(host => host is not null
        ? new Fact<string?>(host, Evidence.Derived)
        : installation.Setting("database.conf", "connection-uri").Map(uri => uri is not null && Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.Host : null));
}
