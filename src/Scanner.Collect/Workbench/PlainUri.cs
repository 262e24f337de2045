using System.Buffers;

namespace Scanner.Collect.Workbench;

/// <summary>What may be kept of an address: scheme, host, port and path; not who logs in, and no query.</summary>
internal static class PlainUri
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(" \t\n,;\"'");

    private static readonly SearchValues<char> s_host = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_[]:");

    /// <summary>Null where it is so written that a password might be taken for something else.</summary>
    public static string? Of(string value) => !value.AsSpan().ContainsAny(s_separators) ? One(value)
        : value.AsSpan().ContainsAny('@', '?') || SecretValue.LooksRandom(value) ? null : value;

    private static string? One(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var rest = uri[(scheme + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var (authority, after) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        // an @ behind the first slash: a password with a slash, which must not be taken for host and path
        if (after.Contains('@', StringComparison.Ordinal) || !IsHost(host) || !uri.AsSpan(0, scheme).ContainsAnyInRange('a', 'z') || SecretValue.LooksRandom(uri[..scheme])) return null;
        var path = after.Split('?', '#')[0];
        return $"{uri[..scheme]}://{host}{(SecretValue.LooksRandom(path) ? "" : path)}";
    }

    private static bool IsHost(string host)
    {
        if (host.AsSpan().ContainsAnyExcept(s_host) || SecretValue.LooksRandom(host)) return false;
        var port = host.LastIndexOf(':') is var colon && colon > host.LastIndexOf(']') ? host[(colon + 1)..] : "";
        return port.All(char.IsAsciiDigit);
    }
}
