using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>The rules of a run as SARIF describes them, with the message strings that the run's findings use.</summary>
internal sealed class RuleDescriptors
{
    private readonly SarifProfile _profile;
    private readonly ReportOptions _options;
    private readonly Taxonomy _taxonomy;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly ILookup<string, MessageTemplate> _failures;

    /// <param name="environment">What the run is about.</param>
    /// <param name="profile">Which of the two files is written.</param>
    /// <param name="options">How.</param>
    /// <param name="comparesDeclared">Whether what is declared was compared with what is there.</param>
    public RuleDescriptors(EnvironmentReport? environment, SarifProfile profile, ReportOptions options, bool comparesDeclared)
    {
        (_profile, _options) = (profile, options);
        var past = environment?.Past ?? [];
        // a failure that is told of has its rule beside it, whether that ran or not
        var rules = (environment?.Rules ?? []).Concat(past.Select(p => p.Finding.Rule)).DistinctBy(r => r.Id, StringComparer.Ordinal).ToList();
        _taxonomy = new(rules);
        _failures = (environment?.Findings ?? []).Concat(past.Select(p => p.Finding)).Where(f => f.Verdict is Verdict.Fail)
            .Select(f => (f.Rule.Id, Template: MessageTemplate.Failure(f.Message))).Distinct()
            .OrderBy(f => f.Template.Text, StringComparer.Ordinal).ToLookup(f => f.Id, f => f.Template);
        foreach (var rule in rules) _indices.Add(rule.Id, _indices.Count);
        All = [.. rules.Select(Describe)];
        if (profile.FailuresOnly || rules.Count == 0) All = [.. All, UndecidedRule.Describe(options)];
        ConflictIndex = All.Count;
        if (comparesDeclared) All = [.. All, ConflictRule.Describe(options)];
    }

    public IReadOnlyList<SarifDescriptor> All { get; }

    public Taxonomy Taxonomy => _taxonomy;

    public int UndecidedIndex => _indices.Count;

    public int ConflictIndex { get; }

    public SarifReference? Reference(string? rule) => rule is not null && _indices.TryGetValue(rule, out var index) ? new(rule, index) : null;

    public int Index(Finding finding) => _indices[finding.Rule.Id];

    /// <summary>The id of a failure's message string: the same for the same sentences.</summary>
    public string FailureId(Finding finding, MessageTemplate template) => FailureId(_failures[finding.Rule.Id].ToList().IndexOf(template));

    private static string FailureId(int index) => "fail-" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private SarifDescriptor Describe(RuleDescription description)
    {
        var rule = description.Rule;
        return new(description.Id, SarifName.Pascal(description.Name), new(Sentence(rule.Title)))
        {
            FullDescription = new($"{Sentence(rule.Title)} {Sentence(rule.Why)}"),
            Help = RuleHelp.Of(rule),
            HelpUri = _options.HelpUri?.Invoke(description.Id),
            DefaultConfiguration = new(Level(description.Severity)),
            MessageStrings = Messages(description.Id),
            Relationships = [_taxonomy.Of(description)],
            Properties = RuleTags.Of(description),
        };
    }

    private SortedDictionary<string, SarifText> Messages(string rule)
    {
        var messages = new SortedDictionary<string, SarifText>(StringComparer.Ordinal);
        foreach (var template in _failures[rule]) messages.Add(FailureId(messages.Count), new(template.Text));
        if (_profile.FailuresOnly && messages.Count > 0) return messages;
        messages.Add("pass", new(MessageTemplate.Pass.Text));
        messages.Add("unknown", new(MessageTemplate.Unknown.Text));
        messages.Add("notApplicable", new(MessageTemplate.NotApplicable.Text));
        return messages;
    }

    public static SarifLevel Level(Severity severity) => severity switch
    {
        Severity.Error => SarifLevel.Error,
        Severity.Warning => SarifLevel.Warning,
        _ => SarifLevel.Note,
    };

    private static string Sentence(string text) => SarifEscape.Sentence(SarifEscape.Message(text));
}
