using System.Text;
using System.Text.RegularExpressions;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Where a node's user data says that its <c>dna.json</c> is: in itself (until 3.8), or in a stack's resource. Nothing else of user data is kept.</summary>
/// <param name="Dna">The document itself; null where it is elsewhere.</param>
/// <param name="Extra">The document that the node lays over it; null where there is none.</param>
/// <param name="Stack">The stack that holds it; null where none does.</param>
/// <param name="Resource">The resource in whose metadata it is.</param>
internal sealed partial record BootData(string? Dna, string? Extra, string? Stack, string? Resource)
{
    private const int Largest = 64 * 1024; // of which AWS takes a quarter

    [GeneratedRegex(@"\bcfn-init\s+-s\s+(?<stack>[A-Za-z][A-Za-z0-9-]{0,127})\s[^\n]*?\s-r\s+(?<resource>[A-Za-z0-9]{1,255})\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Init { get; }

    /// <summary>Null where it is no base64.</summary>
    public static BootData? Of(string? base64)
    {
        var bytes = new byte[Largest];
        if (base64 is null || !Convert.TryFromBase64String(base64, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        if (File(text, "/tmp/dna.json") is { } dna) return new(dna, File(text, "/tmp/extra.json"), null, null);
        return Init.Match(text) is { Success: true } init ? new(null, null, init.Groups["stack"].Value, init.Groups["resource"].Value) : new(null, null, null, null);
    }

    /// <summary>The content of a file among cloud-init's <c>write_files</c>: a literal block, which ends where the indentation does.</summary>
    private static string? File(string text, string path)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var start = lines.FindIndex(l => l.Trim() == $"- path: {path}");
        if (start < 0) return null;
        var place = Indentation(lines[start]);
        var content = lines.FindIndex(start + 1, l => l.Trim() == "content: |" || l.Trim().StartsWith("- path:", StringComparison.Ordinal));
        if (content < 0 || lines[content].Trim() != "content: |" || Indentation(lines[content]) <= place) return null;
        return string.Join('\n', lines.Skip(content + 1).TakeWhile(l => l.Trim().Length == 0 || Indentation(l) > Indentation(lines[content])));
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
