using System.Text.RegularExpressions;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>The sections of the reference architectures that a run's rules come from.</summary>
internal sealed partial class Taxonomy(IReadOnlyList<RuleDescription> rules)
{
    private const string Name = "ReferenceArchitectures";
    private static readonly Guid s_guid = Fingerprint.Uuid("scanner", "taxonomy", Name);

    private readonly List<string> _sections = [.. rules.Select(r => r.Rule.Source).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<SarifComponentReference>? References => _sections.Count == 0 ? null : [new(Name, 0, s_guid)];

    public IReadOnlyList<SarifComponent>? Components => _sections.Count == 0 ? null :
    [
        new(Name, s_guid)
        {
            ShortDescription = new("Sections of the reference architectures that rules rest on."),
            IsComprehensive = false,
            Taxa = [.. _sections.Select(Describe)],
        },
    ];

    public SarifRelationship Of(RuleDescription rule) =>
        new(new(Id(rule.Rule.Source), _sections.IndexOf(rule.Rule.Source)) { ToolComponent = new(Name, 0, null) }, ["relevant"]);

    private static SarifDescriptor Describe(string section) =>
        new(Id(section), SarifName.Pascal(section), new(SarifEscape.Sentence(SarifEscape.Message(section))));

    private static string Id(string section) =>
        Separators.Replace(section.ToLowerInvariant().Replace(", ", "/", StringComparison.Ordinal), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators { get; }
}
