using System.Globalization;
using System.Text;

namespace Scanner.Report.Graph;

/// <summary>A picture as SVG that stands alone: no scripts, no fonts, nothing from elsewhere.</summary>
internal static class SvgPicture
{
    private const int Top = 84;
    private const int Column = 160;

    public static string Of(Picture picture) => Draw(picture, "", $"<style>\n{SvgStyle.Css}\n</style>\n");

    /// <summary>Within a page that has the style, and tells of the failures itself.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="prefix">Of ids, which are of the whole page.</param>
    public static string Within(Picture picture, string prefix) => Draw(picture with { Failures = [] }, prefix, "");

    private static string Draw(Picture picture, string prefix, string style)
    {
        var layout = new SvgLayout(picture, Top);
        var below = Below(picture);
        var height = layout.Bottom + 16 + (below.Count * 18);
        var svg = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgLayout.Width} {height}\" width=\"{SvgLayout.Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{prefix}title {prefix}summary\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{prefix}title\">{SvgText.Escape(picture.Title)}</title>\n<desc id=\"{prefix}summary\">{SvgText.Escape(picture.Subtitle)}</desc>\n{style}<defs>\n");
        foreach (var state in Enum.GetNames<LinkState>().Select(s => s.ToLowerInvariant()))
            svg.Append(CultureInfo.InvariantCulture, $"<marker id=\"{prefix}{state}\" viewBox=\"0 0 8 8\" refX=\"1\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"a-{state}\" d=\"M0 0L8 4L0 8Z\"/></marker>\n");
        svg.Append(CultureInfo.InvariantCulture, $"</defs>\n<rect class=\"page\" width=\"{SvgLayout.Width}\" height=\"{height}\"/>\n");
        Line(svg, "h1", 24, 34, picture.Title, 110);
        Line(svg, "h2", 24, 56, picture.Subtitle, Column);
        Legend(svg);
        foreach (var (frame, area) in layout.Frames) Boundary(svg, frame, area);
        new SvgLinks(picture, layout, prefix).Draw(svg);
        foreach (var box in picture.Boxes) Draw(svg, box, layout.Boxes[box.Id]);
        for (var i = 0; i < below.Count; i++) Line(svg, below[i].Class, 24, layout.Bottom + 16 + (i * 18), below[i].Text, 200);
        return svg.Append("</svg>\n").ToString();
    }

    private static List<(string Class, string Text)> Below(Picture picture) =>
    [
        .. picture.Failures.SelectMany(f => SvgText.Wrap($"✗ {f}", Column)).Select(l => ("bad", l)),
        .. picture.Notes.SelectMany(n => SvgText.Wrap(n, Column)).Select(l => ("h2", l)),
    ];

    private static void Legend(StringBuilder svg)
    {
        var x = 660;
        foreach (var (state, text) in new[] { ("reachable", "✓ reachable"), ("blocked", "✗ blocked"), ("unknown", "? not seen"), ("plain", "not asked") })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"link {state}\" d=\"M{x} 52H{x + 26}\"/>");
            Line(svg, "h2", x + 32, 56, text, 20);
            x += 130;
        }
    }

    private static void Boundary(StringBuilder svg, Frame frame, Area area)
    {
        var kind = frame.Vpc is null ? "vpc" : "subnet";
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{area.X}\" y=\"{area.Y}\" width=\"{area.Width}\" height=\"{area.Height}\" rx=\"8\"/>\n");
        Line(svg, "frame", area.X + 10, area.Y + 16, frame.Title, area.Width / 6);
    }

    private static void Draw(StringBuilder svg, Box box, Area area)
    {
        var marks = (box.Failing.Count > 0 ? " failing" : "") + (box.Doubt is null ? "" : " doubt");
        svg.Append(CultureInfo.InvariantCulture, $"<g><rect class=\"box{marks}\" x=\"{area.X}\" y=\"{area.Y}\" width=\"{area.Width}\" height=\"{area.Height}\" rx=\"6\"/>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"{box.Column.ToString().ToLowerInvariant()}\" x=\"{area.X}\" y=\"{area.Y + 6}\" width=\"4\" height=\"{area.Height - 12}\"/>\n");
        var y = area.Y + 20;
        var room = (area.Width - 24) / 6;
        if (box.Kind.Length > 0) Line(svg, "kind", area.X + 14, (y += 16) - 16, box.Kind, room);
        Line(svg, "title", area.X + 14, y, box.Title, room * 3 / 4);
        foreach (var (style, line) in SvgLayout.LinesOf(box)) Line(svg, style, area.X + 14, y += 16, line, room);
        svg.Append("</g>\n");
    }

    private static void Line(StringBuilder svg, string style, int x, int y, string text, int most)
    {
        var cut = SvgText.Cut(text, most);
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x}\" y=\"{y}\">{SvgText.Escape(cut)}{(cut == text ? "" : $"<title>{SvgText.Escape(text)}</title>")}</text>\n");
    }
}
