using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>A network path as a code flow: each hop a step, at the place where its element is declared, else where the finding is.</summary>
internal static class NetworkFlow
{
    public static IReadOnlyList<SarifCodeFlow>? Of(Finding finding, SarifPhysicalLocation? place, Places places) =>
        place is null || finding.Path is not { Hops.IsEmpty: false } path ? null :
        [
            new(new($"Network path from '{SarifEscape.Message(path.From)}' to '{SarifEscape.Message(path.To)}'."),
                [new("path-1", [.. path.Hops.AsEnumerable().Select((hop, i) => Step(hop, i + 1, places.OfResource(hop.Element) ?? place))])]),
        ];

    private static SarifStep Step(NetworkHop hop, int order, SarifPhysicalLocation place)
    {
        var location = new SarifLocation(place, [new(PlainText.Of(hop.Element), PlainText.Of(hop.Element))])
        {
            Message = new($"'{SarifEscape.Message(hop.Element)}': {SarifEscape.Sentence(SarifEscape.Message(hop.Text))}"),
        };
        var verdict = hop.Admits switch { true => "admitted", false => "stopped", null => "unknown" };
        return new(location, order, hop.Admits is true ? "important" : "essential", ["network"], new(new(verdict)));
    }
}
