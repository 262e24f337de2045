using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>What Workbench's configuration says of its database, as far as it does not lie in a Secret.</summary>
internal static partial class DatabaseSettings
{
    /// <summary>A connection string in the form of PostgreSQL's own library.</summary>
    [GeneratedRegex(@"(^|\s)host\s*=\s*'?(?<host>[A-Za-z0-9.-]+)'?(\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Keyword { get; }

    /// <summary>
    /// The database's host by <c>database.conf</c> on hosts outside clusters, or in a config map; null where none has one, so that it lies in a Secret.
    /// A gap where it could not be read or understood, or where not all installations say the same.
    /// </summary>
    public static Fact<string?> ConfiguredDatabaseHost(this Environment environment)
    {
        var hosts = environment.IsOnHosts ? [.. environment.Servers.Members.Where(m => m.Doubt is null).Select(m => HostOf(m.Item))]
            : environment.Installations.Members.Select(m => Host(m.Item)).ToList();
        if (hosts.Select(h => h.Gap).FirstOrDefault(g => g is not null) is { } unread) return new(unread);
        var said = hosts.Select(h => h.Value).Distinct().ToList();
        return said.Count > 1 ? new(new Gap(environment.Cluster.Scope, nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
                $"the installations of {environment.Label} do not name the same database", new(RemedyKind.Parameter, "workbenchDatabase")))
            : new(said is [var only] ? only : null, Evidence.Derived);
    }

    /// <summary>The chart keeps it in a Secret: then nothing is known of it, as where there is none.</summary>
    private static Fact<string?> Host(Installation installation) => Said(installation) is { Gap: { } gap } && gap.Action == Configuration.InSecret("database.conf")
        ? new((string?)null, Evidence.Derived) : Said(installation);

    private static Fact<string?> Said(Installation installation) => HostOf(new ConfiguredServer(installation));

    /// <summary>The database's host as a server's own configuration names it; null where it names none.</summary>
    internal static Fact<string?> HostOf(ConfiguredServer server) => server.Written("database.conf", "host").Then(host => host is not null
        ? new Fact<string?>(host, Evidence.Derived)
        : server.Written("database.conf", "connection-uri").Then(uri => OfUri(server, uri)));

    private static Fact<string?> OfUri(ConfiguredServer server, string? uri)
    {
        if (uri is null) return new((string?)null, Evidence.Derived);
        if (Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0) return new(parsed.Host, Evidence.Derived);
        return Keyword.Match(uri) is { Success: true } keyword ? new(keyword.Groups["host"].Value, Evidence.Derived)
            : new(new Gap(server.Installation?.Server.Scope ?? server.OnHost!.Scope, nameof(Database), "workbenchDatabase", GapCause.Unsupported,
                $"the connection-uri of {server.Label} names no host that can be read", new(RemedyKind.Parameter, "workbenchDatabase")));
    }
}
