using System.Globalization;
using System.Text;

namespace Scanner.Report.Graph;

/// <summary>Draws connections: curves from column to column, and rails beside a column for those within it.</summary>
internal sealed class SvgLinks(Picture picture, SvgLayout layout, string prefix)
{
    private const int LabelGap = 118;

    private readonly Dictionary<string, int> _rails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);

    public void Draw(StringBuilder svg)
    {
        foreach (var link in picture.Links)
            if (layout.Boxes[link.From].X == layout.Boxes[link.To].X) Rail(svg, link); else Curve(svg, link);
    }

    private void Curve(StringBuilder svg, Link link)
    {
        var (from, to) = (layout.Boxes[link.From], layout.Boxes[link.To]);
        var (y, end) = (Port(from, picture.Links.Where(l => l.From == link.From && IsCurve(l)).OrderBy(l => layout.Boxes[l.To].Y), link), Port(to, picture.Links.Where(l => l.To == link.To && IsCurve(l)).OrderBy(l => layout.Boxes[l.From].Y), link));
        var bend = (to.X - from.Right) / 2;
        Path(svg, link, string.Create(CultureInfo.InvariantCulture, $"M{from.Right} {y} C{from.Right + bend} {y} {to.X - bend} {end} {to.X - 7} {end}"));
        Label(svg, link, from.Right + 6, y - 7);
    }

    /// <summary>Within a column: down at its left side, and into the other box.</summary>
    private void Rail(StringBuilder svg, Link link)
    {
        var (from, to) = (layout.Boxes[link.From], layout.Boxes[link.To]);
        if (!_rails.TryGetValue(link.From, out var rail)) _rails.Add(link.From, rail = _rails.Count);
        var (x, y, end) = (from.X - 18 - (rail % 4 * 5), from.Bottom - 12, to.Y + 14);
        Path(svg, link, string.Create(CultureInfo.InvariantCulture, $"M{from.X} {y} H{x + 6} Q{x} {y} {x} {y + 6} V{end - 6} Q{x} {end} {x + 6} {end} H{to.X - 7}"));
        var before = _labels.GetValueOrDefault(link.To);
        _labels[link.To] = before + 1;
        Label(svg, link, to.X + 2 + (before * LabelGap), to.Y - 6);
    }

    private bool IsCurve(Link link) => layout.Boxes[link.From].X != layout.Boxes[link.To].X;

    private static int Port(Area box, IEnumerable<Link> all, Link link)
    {
        var links = all.ToList();
        return box.Y + (box.Height * (links.IndexOf(link) + 1) / (links.Count + 1));
    }

    private void Path(StringBuilder svg, Link link, string path)
    {
        var name = link.State.ToString().ToLowerInvariant();
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"link {name}\" d=\"{path}\" marker-end=\"url(#{prefix}{name})\"/>\n");
    }

    private static void Label(StringBuilder svg, Link link, int x, int y) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label {link.State.ToString().ToLowerInvariant()}-text\" x=\"{x}\" y=\"{y}\">{SvgText.Escape(SvgText.Cut(link.Label, 21))}{(link.Why.Length > 0 ? $"<title>{SvgText.Escape(link.Why)}</title>" : "")}</text>\n");
}
