using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>What Workbench's configuration says of its database, on hosts, in files, or in config maps.</summary>
public static partial class DatabaseSettings
{
    private const string File = "database.conf";

    /// <summary>A connection string in the form of PostgreSQL's own library.</summary>
    [GeneratedRegex(@"(^|\s)(?<key>host|dbname)\s*=\s*'?(?<value>[A-Za-z0-9._/-]+)'?(?=\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Keyword { get; }

    /// <summary>The host of the metadata database, or the directory of its socket; null where none is written. A gap where it was not read, or not understood.</summary>
    /// <remarks>A <c>connection-uri</c> overrides whatever else is written.</remarks>
    public static Fact<string?> DatabaseHost(this ConfiguredServer server) => Said(server, "host", "host");

    /// <summary>The name of the metadata database; null where none is written, so that it is the product's default.</summary>
    public static Fact<string?> DatabaseName(this ConfiguredServer server) => Said(server, "database", "dbname");

    private static Fact<string?> Said(ConfiguredServer server, string key, string part) => server.Written(File, "connection-uri").Then(uri =>
        string.IsNullOrWhiteSpace(uri) ? server.Written(File, key) : OfUri(server, uri, part));

    /// <summary>
    /// The database's host by <c>database.conf</c>; null where nothing was seen of one, so that it lies in a Secret, or on a host that
    /// nobody looked into. A gap where it could not be read or understood, or where not all servers say the same.
    /// </summary>
    internal static Fact<string?> ConfiguredDatabaseHost(this Environment environment)
    {
        var hosts = environment.Servers.Members.Select(m => IsOutOfView(m.Item) ? new Fact<string?>((string?)null, Evidence.Derived) : m.Item.DatabaseHost()).ToList();
        if (hosts.Select(h => h.Gap).FirstOrDefault(g => g is not null) is { } unread) return new(unread);
        var said = hosts.Select(h => h.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return said.Count > 1 ? new(new Gap(environment.Cluster.Scope, nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
                $"the {(environment.IsKubernetes ? "installations" : "servers")} of {environment.Label} do not name the same database", new(RemedyKind.Parameter, "workbenchDatabase")))
            : new(said is [var only] ? only : null, Evidence.Derived);
    }

    /// <summary>The chart keeps it in a Secret, and a host shows it to nobody but itself: then nothing is known of it, as where there is none.</summary>
    private static bool IsOutOfView(ConfiguredServer server) => server.OnHost is { } host
        ? !host.Files.IsKnown || (host.HasEveryFile is { IsTrue: false } && !host.Files.Value.AsEnumerable().Any(f => f.Name == File))
        : server.DatabaseHost() is { Gap: { } gap } && gap.Action == Configuration.InSecret(File);

    private static Fact<string?> OfUri(ConfiguredServer server, string uri, string what)
    {
        if (Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0)
            return new(what == "host" ? parsed.Host : parsed.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : null, Evidence.Derived);
        return Keyword.Matches(uri).FirstOrDefault(m => m.Groups["key"].Value == what) is { } keyword ? new(keyword.Groups["value"].Value, Evidence.Derived)
            : new(new Gap("", nameof(Database), "workbenchDatabase", GapCause.Unsupported,
                OneLine.Of($"the connection-uri of {server.Label} names no {what} that can be read"), new(RemedyKind.Parameter, "workbenchDatabase")));
    }
}
