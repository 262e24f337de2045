using System.Globalization;

namespace Scanner.Collect.Declared.Attestations;

/// <summary>Adds an attestation to the text of a file, by its lines: comments, and what others attested, stay as they are.</summary>
public static class AttestationsText
{
    private const string Start = "# What people attest of rules whose subject no scan can see; scanner attest adds to it, and check reads it.\nattestations:\n";

    /// <param name="name">How messages name the file.</param>
    /// <param name="text">What it says now; null where there is none yet.</param>
    /// <param name="rule">The rule, e.g. <c>GEN-012</c>.</param>
    /// <param name="by">Who attests.</param>
    /// <param name="note">What was looked at.</param>
    /// <param name="on">The day.</param>
    /// <param name="expires">The first day on which it no longer holds; null where it holds until it is taken back.</param>
    /// <exception cref="DeclaredException">The file, or what is attested, cannot be used.</exception>
    public static string With(string name, string? text, string rule, string by, string note, DateTimeOffset on, DateTimeOffset? expires)
    {
        var file = new DeclaredText(name, string.IsNullOrWhiteSpace(text) ? Start : text.Replace("\r\n", "\n", StringComparison.Ordinal));
        var blocks = Blocks(AttestationsDocument.Read(file), file);
        var indent = blocks.Rules.Count == 0 ? "  " : blocks.Indent;
        var before = blocks.Rules.TryGetValue(rule, out var old) ? old.Comments : [];
        blocks.Rules[rule] = (before, Entry(indent, rule, by, note, on, expires));
        var lines = blocks.Head.Concat(blocks.Rules.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => r.Value.Comments.Concat(r.Value.Lines)));
        var written = string.Join('\n', lines).TrimEnd('\n') + "\n";
        AttestationsDocument.Read(new(name, written)); // what is written can be read
        return written;
    }

    /// <summary>What a file says now.</summary>
    /// <exception cref="DeclaredException">It cannot be read.</exception>
    public static string Read(string path) => DeclaredText.Read(path, path, AttestationsDocument.Largest).Text;

    /// <summary>The day that a text writes; null where it writes none.</summary>
    public static DateTimeOffset? Day(string text) => AttestationsDocument.Day(text);

    private static (List<string> Head, Dictionary<string, (List<string> Comments, List<string> Lines)> Rules, string Indent) Blocks(AttestationsDocument document, DeclaredText file)
    {
        var (lines, rules) = (file.Text.Split('\n').ToList(), new Dictionary<string, (List<string>, List<string>)>(StringComparer.Ordinal));
        var keys = document.Map.Entries.Select(e => (e.Key, e.KeyPlace.Line, e.KeyPlace.Column)).ToList();
        if (keys.Count == 0) return document.Map.IsMapping ? throw Flow(file, document.Map.Line) : (Trimmed(lines), rules, "");
        if (keys.Select(k => k.Line).Distinct().Count() < keys.Count || keys.Exists(k => k.Line == document.Map.Line && lines[k.Line - 1].Contains('{', StringComparison.Ordinal)))
            throw Flow(file, keys[0].Line);
        if (document.UnknownKeys.Find(u => !u.Key.Contains('/', StringComparison.Ordinal)) is { Place: { } other }) throw file.Error(other.Line, other.Column, "attest adds only to files with nothing but attestations in them");
        var starts = keys.Select(k => CommentsBefore(lines, k.Line - 1, k.Column)).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            var (own, end) = (keys[i].Line - 1, i + 1 < keys.Count ? starts[i + 1] : lines.Count);
            rules[keys[i].Key] = (lines[starts[i]..own], Trimmed(lines[own..end]));
        }
        return (lines[..starts[0]], rules, new(' ', keys[0].Column - 1));
    }

    private static List<string> Trimmed(List<string> lines) => lines[..(lines.FindLastIndex(l => !string.IsNullOrWhiteSpace(l)) + 1)];

    /// <summary>Comments right above a rule, as far in as it is, belong to it.</summary>
    private static int CommentsBefore(List<string> lines, int key, int column)
    {
        var start = key;
        while (start > 0 && lines[start - 1].TrimStart() is ['#', ..] comment && lines[start - 1].Length - comment.Length == column - 1 && column > 1) start--;
        return start;
    }

    private static List<string> Entry(string indent, string rule, string by, string note, DateTimeOffset on, DateTimeOffset? expires) =>
    [
        $"{indent}{rule}:", $"{indent}  by: {Quoted(by)}", $"{indent}  date: {Day(on)}", $"{indent}  note: {Quoted(note)}", .. expires is { } end ? [$"{indent}  expires: {Day(end)}"] : Array.Empty<string>(),
    ];

    private static string Day(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{Model.OneLine.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static DeclaredException Flow(DeclaredText file, int line) => file.Error(line, 1, "each rule must stand on a line of its own, so that attest can add to them");
}
