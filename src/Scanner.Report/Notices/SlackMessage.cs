using System.Text;
using System.Text.Json;
using Scanner.Model.Findings;

namespace Scanner.Report.Notices;

/// <summary>A message as Slack's incoming webhooks take it, and what speaks as they do.</summary>
public static class SlackMessage
{
    /// <summary>Slack takes 3000 characters in a block, and 50 blocks.</summary>
    private const int LongestBlock = 3000;
    private const int LongestItem = 280;
    private const int MostItems = 10;

    /// <param name="changes">What is otherwise.</param>
    /// <param name="subject">What was checked, e.g. an environment's label.</param>
    /// <param name="since">What it was compared to.</param>
    public static byte[] Of(VerdictChanges changes, string subject, string since)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("text", Escaped($"{subject}: {changes.Summary}"));
            json.WriteStartArray("blocks");
            Block(json, $"*{Escaped(subject)}*: {changes.Summary}, since {Escaped(since)}");
            Group(json, "New failures", [.. changes.New.Select(New)], changes.New.Count);
            Group(json, "Fixed", [.. changes.Fixed.Select(Past)], changes.Fixed.Count);
            Group(json, "No longer seen, so not fixed", [.. changes.Lost.Select(Past)], changes.Lost.Count);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return text.ToArray();
    }

    private static string New(Finding finding) =>
        Item(finding.Rule.Id, $"{finding.Message?.ToString() ?? finding.SubjectLabel}{(finding.Standing?.Before is Model.Verdict.Unknown ? " (it could not be told before)" : "")}");

    private static string Past(PastFailure failure) => Item(failure.Finding.Rule.Id, $"{failure.Finding.SubjectLabel}: {failure.Why}");

    private static string Item(string rule, string said) => $"• *{Escaped(rule)}* {Escaped(said)}";

    /// <summary>A heading and its items, in as many blocks as they need.</summary>
    private static void Group(Utf8JsonWriter json, string heading, IReadOnlyList<string> items, int count)
    {
        if (count == 0) return;
        var block = new StringBuilder($"*{heading}*");
        foreach (var line in items.Take(MostItems).Append(count > MostItems ? $"and {count - MostItems} more" : "").Where(l => l.Length > 0))
        {
            if (block.Length + 1 + line.Length > LongestBlock)
            {
                Block(json, block.ToString());
                block.Clear();
            }
            if (block.Length > 0) block.Append('\n');
            block.Append(line);
        }
        Block(json, block.ToString());
    }

    private static void Block(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "section");
        json.WriteStartObject("text");
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", text);
        // no address and no name in it becomes a link
        json.WriteBoolean("verbatim", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Foreign text, bounded, on one line, in which nothing is a mention, a link or a control character.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in PlainText.Of(text).EnumerateRunes().Take(LongestItem))
            escaped.Append(rune.Value switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => rune.ToString() });
        return escaped.ToString();
    }
}
