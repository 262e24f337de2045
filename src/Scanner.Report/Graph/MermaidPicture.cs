using System.Globalization;
using System.Text;

namespace Scanner.Report.Graph;

/// <summary>A picture as Mermaid, which GitHub draws in Markdown.</summary>
internal static class MermaidPicture
{
    public static string Of(Picture picture)
    {
        var text = new StringBuilder($"---\ntitle: {Front(picture.Title)}\n---\nflowchart LR\n");
        foreach (var vpc in picture.Frames.Where(f => f.Vpc is null)) Vpc(text, picture, vpc);
        foreach (var box in picture.Boxes.Where(b => b.Vpc is null)) Box(text, box, 1);
        foreach (var link in picture.Links)
            text.Append(CultureInfo.InvariantCulture, $"  {link.From} {(link.State is LinkState.Unknown ? "-.->" : "-->")}|\"{Escape(link.Label)}\"| {link.To}\n");
        Styles(text, picture);
        return text.ToString();
    }

    private static void Vpc(StringBuilder text, Picture picture, Frame vpc)
    {
        text.Append(CultureInfo.InvariantCulture, $"  subgraph v{Index(picture, vpc)}[\"{Escape(vpc.Title)}\"]\n");
        foreach (var subnet in picture.Frames.Where(f => f.Vpc == vpc.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph s{Index(picture, subnet)}[\"{Escape(subnet.Title)}\"]\n");
            foreach (var box in picture.Boxes.Where(b => b.Vpc == vpc.Id && b.Subnet == subnet.Id)) Box(text, box, 3);
            text.Append("    end\n");
        }
        foreach (var box in picture.Boxes.Where(b => b.Vpc == vpc.Id && b.Subnet is null)) Box(text, box, 2);
        text.Append("  end\n");
    }

    private static int Index(Picture picture, Frame frame) => picture.Frames.ToList().IndexOf(frame) + 1;

    private static void Box(StringBuilder text, Box box, int depth)
    {
        var lines = new[] { box.Kind, box.Title }.Concat(box.Lines).Concat(Marks(box)).Where(l => l.Length > 0).Select(Escape);
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{box.Id}[\"{string.Join("<br/>", lines)}\"]\n");
    }

    /// <summary>What is wrong with it, or open, in words.</summary>
    internal static IEnumerable<string> Marks(Box box) =>
    [
        .. box.Failing.Count == 0 ? (string[])[] : [$"✗ {Text.Words.Some([.. box.Failing], 4)}"], .. box.Doubt is { } doubt ? (string[])[doubt] : [],
    ];

    private static void Styles(StringBuilder text, Picture picture)
    {
        text.Append("  classDef failing stroke:#c62828,stroke-width:3px\n  classDef unknown stroke:#8a6d00,stroke-dasharray:5 4\n");
        Class(text, "failing", picture.Boxes.Where(b => b.Failing.Count > 0));
        Class(text, "unknown", picture.Boxes.Where(b => b.Doubt is not null));
        foreach (var (state, style) in new[] { (LinkState.Reachable, "stroke:#2e7d32"), (LinkState.Blocked, "stroke:#c62828,stroke-width:3px"), (LinkState.Unknown, "stroke:#8a6d00") })
            if (picture.Links.Select((l, i) => (l, i)).Where(p => p.l.State == state).Select(p => p.i).ToList() is { Count: > 0 } links)
                text.Append(CultureInfo.InvariantCulture, $"  linkStyle {string.Join(',', links)} {style}\n");
    }

    private static void Class(StringBuilder text, string name, IEnumerable<Box> boxes)
    {
        if (string.Join(',', boxes.Select(b => b.Id)) is { Length: > 0 } ids) text.Append(CultureInfo.InvariantCulture, $"  class {ids} {name}\n");
    }

    /// <summary>YAML's own quoting.</summary>
    private static string Front(string title) => $"\"{PlainText.Of(title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Mermaid reads Markdown and HTML in labels: whatever could be either is written as its number.</summary>
    private static string Escape(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in PlainText.Of(name).EnumerateRunes())
            if (rune.Value is '"' or '<' or '>' or '&' or '#' or ';' or '`' or '*' or '_' or '[' or ']' or '{' or '}' or '|' or '\\' or '%' or '$' or '~') text.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            else text.Append(rune.ToString());
        return text.ToString();
    }
}
