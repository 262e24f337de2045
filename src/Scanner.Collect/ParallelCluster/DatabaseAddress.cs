using System.Globalization;

namespace Scanner.Collect.ParallelCluster;

/// <summary>The accounting database's <c>Uri</c>: host and port, and nothing of what else people write into it.</summary>
internal static class DatabaseAddress
{
    private const int MySqlPort = 3306;

    /// <summary>The address as it is written, without credentials and path.</summary>
    public static string Plain(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? uri.Length - uri.TrimStart('/').Length : scheme + 3;
        var rest = uri[start..].Split('/', '?')[0];
        return uri[..start] + rest[(rest.LastIndexOf('@') + 1)..].Trim();
    }

    /// <summary>Null where it names no host, or a port that is none. A scheme, credentials and a path are dropped.</summary>
    public static (string Host, int Port)? Parse(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? uri : uri[(scheme + 3)..];
        rest = rest.Split('/', '?')[0];
        rest = rest[(rest.LastIndexOf('@') + 1)..].Trim();
        var colon = rest.LastIndexOf(':');
        var host = colon < 0 ? rest : rest[..colon];
        if (host.Length == 0 || host.Contains(' ', StringComparison.Ordinal)) return null;
        if (colon < 0) return (host, MySqlPort);
        return ushort.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? (host, port) : null;
    }
}
