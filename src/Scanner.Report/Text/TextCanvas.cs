
namespace Scanner.Report.Text;

/// <summary>Where the text report is drawn, line by line. Every line passes here, and leaves harmless, wrapped and coloured.</summary>
internal sealed class TextCanvas(TextWriter writer, ReportOptions options)
{
    private const int PageWidth = 110;
    private const int Longest = 600;

    /// <summary>Where places in files end, in columns.</summary>
    private readonly int _rightEdge = options.Width ?? PageWidth;

    public void Blank() => writer.Write('\n');

    /// <summary>A line; where it is longer than the terminal is wide, it goes on at <paramref name="indent"/>.</summary>
    public void Line(string text, Ink ink = Ink.Plain, int indent = 2)
    {
        foreach (var line in Wrapped(Bounded(PlainText.Of(text)), indent)) writer.Write(Painted(line, ink) + "\n");
    }

    /// <summary>A line with a place at its right end, or below it where both do not fit.</summary>
    public void Line(string text, string place, int indent)
    {
        var room = _rightEdge - Columns(text) - Columns(place);
        if (place.Length == 0 || room < 2) Line(text, indent: indent);
        if (place.Length == 0) return;
        if (room < 2) Line(new string(' ', indent) + place, Ink.Faint, indent);
        else writer.Write(PlainText.Of(text) + new string(' ', room) + Painted(PlainText.Of(place), Ink.Faint) + "\n");
    }

    /// <summary>A coloured start, and the rest in plain.</summary>
    public void Line(string start, Ink ink, string rest, Ink restInk = Ink.Plain)
    {
        var lines = Wrapped(Bounded(PlainText.Of(start + rest)), 2).ToList();
        var head = PlainText.Of(start);
        writer.Write(lines[0].StartsWith(head, StringComparison.Ordinal)
            ? Painted(head, ink) + Painted(lines[0][head.Length..], restInk) + "\n"
            : Painted(lines[0], ink) + "\n");
        foreach (var line in lines.Skip(1)) writer.Write(Painted(line, restInk) + "\n");
    }

    private static int Columns(string text) => text.EnumerateRunes().Count();

    private string Bounded(string text) => options.Verbose || text.Length <= Longest ? text : text[..Longest] + "…";

    private IEnumerable<string> Wrapped(string text, int indent)
    {
        var width = Math.Max(options.Width ?? int.MaxValue, indent + 20);
        while (text.Length > width)
        {
            var cut = text.LastIndexOf(' ', width, width - indent);
            if (cut <= indent) cut = width;
            yield return text[..cut].TrimEnd();
            text = new string(' ', indent) + text[cut..].TrimStart();
        }
        yield return text;
    }

    private string Painted(string text, Ink ink) =>
        !options.Colour || ink is Ink.Plain || text.Length == 0 ? text : $"\e[{Code(ink)}m{text}\e[0m";

    private static string Code(Ink ink) => ink switch
    {
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Good => "32",
        Ink.Doubtful => "33",
        _ => "31",
    };
}
