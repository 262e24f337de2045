using System.Text.Json.Serialization;

namespace Scanner.Report.Sarif;

/// <summary>Who made the log.</summary>
internal sealed record SarifTool(SarifComponent Driver);

/// <summary>The tool itself, or a taxonomy.</summary>
internal sealed record SarifComponent(string Name, Guid Guid)
{
    public string? FullName { get; init; }

    public string? Organization { get; init; }

    public string? Version { get; init; }

    public string? SemanticVersion { get; init; }

    public Uri? InformationUri { get; init; }

    public SarifText? ShortDescription { get; init; }

    public bool? IsComprehensive { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<SarifDescriptor>? Rules { get; init; }

    public IReadOnlyList<SarifDescriptor>? Notifications { get; init; }

    public IReadOnlyList<SarifDescriptor>? Taxa { get; init; }

    public IReadOnlyList<SarifComponentReference>? SupportedTaxonomies { get; init; }
}

internal sealed record SarifComponentReference(string Name, int Index, Guid? Guid);

/// <summary>A rule, a kind of notification, or a section of a taxonomy.</summary>
internal sealed record SarifDescriptor(string Id, string Name, SarifText ShortDescription)
{
    public SarifText? FullDescription { get; init; }

    public SarifText? Help { get; init; }

    public Uri? HelpUri { get; init; }

    public SarifConfiguration? DefaultConfiguration { get; init; }

    public IReadOnlyDictionary<string, SarifText>? MessageStrings { get; init; }

    public IReadOnlyList<SarifRelationship>? Relationships { get; init; }

    public SarifRuleProperties? Properties { get; init; }
}

internal sealed record SarifConfiguration(SarifLevel Level);

internal sealed record SarifRelationship(SarifReference Target, IReadOnlyList<string> Kinds);

/// <summary>A descriptor, by id and by its index in its component.</summary>
internal sealed record SarifReference(string Id, int Index)
{
    public SarifComponentReference? ToolComponent { get; init; }
}

/// <summary>What GitHub reads of a rule beside the standard's own members.</summary>
internal sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string Precision)
{
    [JsonPropertyName("problem.severity")]
    public required string ProblemSeverity { get; init; }

    [JsonPropertyName("security-severity")]
    public string? SecuritySeverity { get; init; }
}

internal sealed record SarifText(string Text)
{
    public string? Markdown { get; init; }
}
