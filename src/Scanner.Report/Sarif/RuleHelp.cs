using Scanner.Model;

namespace Scanner.Report.Sarif;

/// <summary>A rule's help: why it matters, what to do, and who says so.</summary>
internal static class RuleHelp
{
    public static SarifText Of(Rule rule) => Of(("Why", rule.Why), ("Fix", rule.Fix), ("Source", rule.Source));

    public static SarifText Of(params (string Title, string Text)[] parts) =>
        new(string.Join(' ', parts.Select(p => $"{p.Title}: {SarifEscape.Sentence(SarifEscape.Message(p.Text))}")))
        {
            Markdown = string.Join("\n\n", parts.Select(p => $"## {p.Title}\n\n{SarifEscape.Sentence(SarifEscape.Markdown(p.Text))}")),
        };
}
