using System.Globalization;
using System.Text;

namespace Scanner.Report.Graph;

/// <summary>A picture in Graphviz's language.</summary>
internal static class DotPicture
{
    public static string Of(Picture picture)
    {
        var text = new StringBuilder($"digraph deployment {{\n  label={Quoted(picture.Title)}; labelloc=t; rankdir=LR; fontname=\"Helvetica\"; compound=true;\n")
            .Append("  node [shape=box, style=\"rounded\", fontname=\"Helvetica\", fontsize=11]; edge [fontname=\"Helvetica\", fontsize=9];\n");
        foreach (var (vpc, i) in picture.Frames.Select((f, i) => (f, i)).Where(f => f.f.Vpc is null)) Vpc(text, picture, vpc, i);
        foreach (var box in picture.Boxes.Where(b => b.Vpc is null)) Box(text, box, "  ");
        foreach (var link in picture.Links)
            text.Append(CultureInfo.InvariantCulture, $"  {link.From} -> {link.To} [label={Quoted(link.Label)}{Style(link.State)}];\n");
        return text.Append("}\n").ToString();
    }

    private static void Vpc(StringBuilder text, Picture picture, Frame vpc, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"  subgraph cluster_{index} {{ label={Quoted(vpc.Title)};\n");
        foreach (var (subnet, i) in picture.Frames.Select((f, i) => (f, i)).Where(f => f.f.Vpc == vpc.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph cluster_{i} {{ label={Quoted(subnet.Title)}; style=dotted;\n");
            foreach (var box in picture.Boxes.Where(b => b.Vpc == vpc.Id && b.Subnet == subnet.Id)) Box(text, box, "      ");
            text.Append("    }\n");
        }
        foreach (var box in picture.Boxes.Where(b => b.Vpc == vpc.Id && b.Subnet is null)) Box(text, box, "    ");
        text.Append("  }\n");
    }

    private static void Box(StringBuilder text, Box box, string indent)
    {
        var style = (box.Failing.Count > 0 ? ", color=\"#c62828\", penwidth=3" : "") + (box.Doubt is null ? "" : ", style=\"rounded,dashed\"");
        var lines = new[] { box.Kind, box.Title }.Concat(box.Lines).Concat(MermaidPicture.Marks(box)).Where(l => l.Length > 0);
        text.Append(CultureInfo.InvariantCulture, $"{indent}{box.Id} [label={Quoted([.. lines])}{style}];\n");
    }

    private static string Style(LinkState state) => state switch
    {
        LinkState.Reachable => ", color=\"#2e7d32\"",
        LinkState.Blocked => ", color=\"#c62828\", penwidth=2",
        LinkState.Unknown => ", color=\"#8a6d00\", style=dashed",
        _ => "",
    };

    /// <summary>Lines of a label; a backslash would start one of Graphviz's own escapes, and an ampersand an entity.</summary>
    private static string Quoted(params IReadOnlyList<string> lines) => "\"" + string.Join("\\n", lines.Select(l => PlainText.Of(l)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal))) + "\"";
}
