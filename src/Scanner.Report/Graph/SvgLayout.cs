namespace Scanner.Report.Graph;

/// <summary>Where everything stands: columns from users to data, a band for each VPC, and what is in none below them.</summary>
internal sealed class SvgLayout
{
    public const int Width = 1200;

    private const int Margin = 14;
    private const int BoxGap = 40;
    private const int TitleRoom = 24;
    private const int LineHeight = 16;
    private const int Padding = 10;
    private const int PortGap = 20;

    private static readonly Dictionary<BoxColumn, (int X, int Width)> s_columns = new()
    {
        [BoxColumn.Users] = (24, 84),
        [BoxColumn.Entry] = (182, 228),
        [BoxColumn.Hosts] = (532, 276),
        [BoxColumn.Data] = (922, 246),
    };

    private readonly Picture _picture;

    public SvgLayout(Picture picture, int top)
    {
        (_picture, Bottom) = (picture, top);
        foreach (var vpc in picture.Frames.Where(f => f.Vpc is null)) PlaceVpc(vpc);
        PlaceColumns([.. picture.Boxes.Where(b => b.Vpc is null && b.Column is not BoxColumn.Users)]);
        PlaceUsers(top);
    }

    /// <summary>The boxes' places, by id.</summary>
    public Dictionary<string, Area> Boxes { get; } = new(StringComparer.Ordinal);

    /// <summary>The boundaries' places: a subnet may be drawn in several columns.</summary>
    public List<(Frame Frame, Area Area)> Frames { get; } = [];

    /// <summary>Where the drawing ends.</summary>
    public int Bottom { get; private set; }

    /// <summary>The lines of a box, with what is wrong with it, each with its class.</summary>
    public static IReadOnlyList<(string Class, string Text)> LinesOf(Box box)
    {
        var width = s_columns[box.Column].Width - 26;
        return
        [
            .. box.Lines.SelectMany(l => SvgText.Wrap(l, width * 10 / 64)).Select(l => ("line", l)),
            .. MermaidPicture.Marks(box).SelectMany(m => SvgText.Wrap(m, width / 8).Select(l => (m == box.Doubt ? "line open" : "bad", l))),
        ];
    }

    private void PlaceVpc(Frame vpc)
    {
        var (start, at) = (Bottom, Frames.Count);
        Bottom += TitleRoom + Padding;
        PlaceColumns([.. _picture.Boxes.Where(b => b.Vpc == vpc.Id)]);
        // behind what is in it
        Frames.Insert(at, (vpc, new(s_columns[BoxColumn.Entry].X - 26, start, Width - Margin - s_columns[BoxColumn.Entry].X + 26, Bottom - start - Padding)));
        Bottom += Padding;
    }

    private void PlaceColumns(IReadOnlyList<Box> boxes)
    {
        if (boxes.Count == 0) return;
        var top = Bottom;
        var bottom = boxes.GroupBy(b => b.Column).Max(column => PlaceColumn([.. column], top));
        Bottom = bottom + (Padding * 2);
    }

    private int PlaceColumn(IReadOnlyList<Box> boxes, int top)
    {
        var y = top;
        for (var i = 0; i < boxes.Count; i++)
        {
            var isFirst = boxes[i].Subnet is not null && (i == 0 || boxes[i - 1].Subnet != boxes[i].Subnet);
            var isLast = boxes[i].Subnet is not null && (i == boxes.Count - 1 || boxes[i + 1].Subnet != boxes[i].Subnet);
            if (isFirst) Open(boxes[i], ref y);
            y = Place(boxes[i], y);
            if (isLast) Close(boxes[i].Subnet!, ref y);
            if (i < boxes.Count - 1) y += BoxGap;
        }
        return y;
    }

    private void Open(Box first, ref int y)
    {
        var frame = _picture.Frames.First(f => f.Id == first.Subnet && f.Vpc == first.Vpc);
        var (x, width) = s_columns[first.Column];
        Frames.Add((frame, new(x - 12, y, width + 24, 0)));
        y += TitleRoom + (first.Column is BoxColumn.Hosts ? Padding * 2 : 0);
    }

    private void Close(string subnet, ref int y)
    {
        y += Padding;
        var at = Frames.FindLastIndex(f => f.Frame.Id == subnet);
        Frames[at] = (Frames[at].Frame, Frames[at].Area with { Height = y - Frames[at].Area.Y });
    }

    private int Place(Box box, int y)
    {
        var (x, width) = s_columns[box.Column];
        var lines = (box.Kind.Length > 0 ? 1 : 0) + 1 + LinesOf(box).Count;
        var ports = _picture.Links.Count(l => l.From == box.Id);
        var height = Math.Max((lines * LineHeight) + (Padding * 2), (ports + 1) * PortGap);
        Boxes.Add(box.Id, new(x, y, width, height));
        return y + height;
    }

    /// <summary>Beside those whom they meet first.</summary>
    private void PlaceUsers(int top)
    {
        foreach (var box in _picture.Boxes.Where(b => b.Column is BoxColumn.Users))
        {
            var met = _picture.Links.Where(l => l.From == box.Id).Select(l => Boxes[l.To]).Select(a => a.Y + (a.Height / 2)).DefaultIfEmpty(top + 80).ToList();
            Place(box, ((met.Min() + met.Max()) / 2) - 26);
        }
    }
}
