using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scanner.Model.Findings;

namespace Scanner.Cli.Configuration;

/// <summary>Adds waivers to the text of a file, by its lines: comments, and what was waived before, stay as they are.</summary>
internal static class WaiversText
{
    private const string Start = "# Failures that somebody accepts for a while; scanner waive adds to it, and check reads it with --waivers.\nwaivers:\n";

    /// <param name="text">What the file says now; null where there is none yet. It can be read.</param>
    /// <param name="isEmpty">Whether no waiver is in it.</param>
    /// <param name="waivers">What is added.</param>
    public static string With(string? text, bool isEmpty, IEnumerable<Waiver> waivers)
    {
        var lines = (string.IsNullOrWhiteSpace(text) ? Start : text.Replace("\r\n", "\n", StringComparison.Ordinal)).TrimEnd('\n', ' ').Split('\n').ToList();
        // an empty list in brackets, or none at all
        if (isEmpty) lines = [.. lines.Where(l => !l.StartsWith("waivers:", StringComparison.Ordinal)), "waivers:"];
        var indent = isEmpty ? "  " : lines.Select(l => l[..^l.TrimStart().Length] + l.TrimStart()).Where(l => l.TrimStart().StartsWith("- ", StringComparison.Ordinal)).Select(l => l[..^l.TrimStart().Length]).FirstOrDefault("  ");
        return string.Join('\n', lines.Concat(waivers.SelectMany(w => Lines(w, indent)))) + "\n";
    }

    private static IEnumerable<string> Lines(Waiver waiver, string indent)
    {
        yield return $"{indent}- rule: {waiver.Rule}";
        yield return $"{indent}  key: {Quoted(waiver.Key)}";
        if (waiver.Environment is { } environment) yield return $"{indent}  environment: {Quoted(environment)}";
        yield return $"{indent}  reason: {Quoted(waiver.Reason)}";
        yield return $"{indent}  owner: {Quoted(waiver.Owner)}";
        yield return $"{indent}  expires: {waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (waiver.Ticket is { } ticket) yield return $"{indent}  ticket: {Quoted(ticket)}";
        if (waiver.FactsHash is not { } hash) yield break;
        yield return $"{indent}  factsHash: \"{hash}\"";
        if (waiver.Facts.Count == 0) yield break;
        yield return $"{indent}  facts:";
        foreach (var (name, value) in waiver.Facts.OrderBy(f => f.Key, StringComparer.Ordinal)) yield return $"{indent}    {Quoted(name)}: \"{value}\"";
    }

    /// <summary>YAML's quotes are JSON's.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The waiver as the file holds it, to tell whether it was written as it was meant.</summary>
    public static string Whole(Waiver waiver) => new StringBuilder().AppendJoin('\n', Lines(waiver, "")).ToString();
}
