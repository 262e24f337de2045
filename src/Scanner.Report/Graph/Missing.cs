using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>Boxes for what was not seen: an empty place would read as nothing there.</summary>
internal static class Missing
{
    public static Box Box(string id, BoxColumn column, string kind, string title, Gap gap) => new(id, column, kind, $"{title}?", [])
    {
        Doubt = Tables.CellText.Of(gap),
    };
}
