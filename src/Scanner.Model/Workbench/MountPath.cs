using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>Mount paths as configurations write them: <c>home</c>, <c>/home/</c> and <c>//home</c> are all <c>/home</c>.</summary>
public static partial class MountPath
{
    [GeneratedRegex("/+", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes { get; }

    public static string Normalize(string path) => Slashes.Replace("/" + path, "/") is { Length: > 1 } slashed ? slashed.TrimEnd('/') : "/";

    /// <summary>Whether a mount at <paramref name="mount"/> provides <paramref name="path"/>.</summary>
    public static bool Covers(string mount, string path) => path == mount || path.StartsWith(mount == "/" ? "/" : mount + "/", StringComparison.Ordinal);
}
