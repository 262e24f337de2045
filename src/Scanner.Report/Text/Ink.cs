namespace Scanner.Report.Text;

/// <summary>The few colours of the text report, by what they mean.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Good,
    Doubtful,
    Bad,
}
