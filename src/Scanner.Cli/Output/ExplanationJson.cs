using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Check.Explaining;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>Explained verdicts for programs: everything that the text says, and every fact that was read.</summary>
internal static class ExplanationJson
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Of(IEnumerable<Explanation> explanations) =>
        new JsonObject { ["schema"] = "scanner.explanation/1.0", ["explanations"] = List(explanations, Of) }.ToJsonString(s_indented) + "\n";

    private static JsonObject Of(Explanation explanation)
    {
        var finding = explanation.Finding;
        return new()
        {
            ["rule"] = finding.Rule.Id,
            ["subject"] = new JsonObject { ["kind"] = finding.SubjectKind, ["id"] = finding.SubjectId, ["key"] = finding.SubjectKey, ["label"] = finding.SubjectLabel },
            ["verdict"] = Name(finding.Verdict),
            ["message"] = finding.Message?.ToString(),
            ["fix"] = finding.Verdict is Verdict.Fail ? finding.Fix : null,
            ["flips"] = List(explanation.Turns, Of),
            ["allTried"] = explanation.IsWhole,
            ["decisive"] = List(explanation.Decisive, f => Of(f, explanation)),
            ["others"] = List(explanation.Others, f => Of(f, explanation)),
            ["gaps"] = List(new[] { finding.Gap }.OfType<Gap>().Concat(finding.Gaps).Distinct(), g => Of(g, explanation)),
            ["path"] = finding.Path is { } path ? Of(path) : null,
        };
    }

    private static JsonObject Of(Turn turn) => new()
    {
        ["verdict"] = Name(turn.Verdict), ["kind"] = turn.Fact.Kind, ["resource"] = turn.Fact.Resource, ["resources"] = turn.Resources, ["property"] = turn.Fact.Property,
        ["part"] = turn.Change.Path, ["plane"] = turn.Plane is { } plane ? Name(plane) : null, ["value"] = JsonNode.Parse(turn.Value.GetRawText()),
    };

    private static JsonObject Of(SeenFact fact, Explanation explanation) => new()
    {
        ["kind"] = fact.Kind, ["resource"] = fact.Resource, ["property"] = fact.Property, ["value"] = JsonNode.Parse(fact.Value.GetRawText()), ["evidence"] = Of(fact.Evidence),
        ["conflicts"] = List(explanation.Conflicts.Where(c => c.Fact == fact), c => new JsonObject { ["value"] = JsonNode.Parse(c.Value.GetRawText()), ["evidence"] = Of(c.Evidence) }),
    };

    private static JsonObject Of(Evidence evidence) => new()
    {
        ["plane"] = Name(evidence.Plane), ["scope"] = evidence.Scope, ["action"] = evidence.Action, ["at"] = evidence.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["locator"] = evidence.Locator,
    };

    private static JsonObject Of(Gap gap, Explanation explanation) => new()
    {
        ["scope"] = gap.Scope, ["kind"] = gap.Kind, ["action"] = gap.Action, ["cause"] = Name(gap.Cause), ["detail"] = gap.Detail, ["remedy"] = gap.Remedy.ToString(),
        ["ifRead"] = List(explanation.Openings.Where(o => o.Reading.Missing == gap), o => new JsonObject
        {
            ["resource"] = o.Reading.Resource, ["property"] = o.Reading.Property, ["isAll"] = o.IsAll,
            ["values"] = List(o.Tried, t => new JsonObject { ["value"] = JsonNode.Parse(t.Value.GetRawText()), ["verdict"] = t.Verdict is { } verdict ? Name(verdict) : null }),
        }),
    };

    private static JsonObject Of(NetworkPath path) => new()
    {
        ["from"] = path.From, ["to"] = path.To, ["hops"] = List(path.Hops.AsEnumerable(), h => new JsonObject { ["element"] = h.Element, ["text"] = h.Text, ["admits"] = h.Admits }),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> make) => new([.. items.Select(make)]);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
