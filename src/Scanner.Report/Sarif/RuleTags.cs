using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>What GitHub sorts and filters rules by.</summary>
internal static class RuleTags
{
    private const int Most = 10; // GitHub refuses files with more

    public static SarifRuleProperties Of(RuleDescription description)
    {
        var rule = description.Rule;
        IEnumerable<string> tags =
        [
            .. rule.SecuritySeverity is null ? Array.Empty<string>() : ["security"],
            rule.Level.ToString().ToLowerInvariant(), .. rule.Basis is Basis.Derived ? ["derived"] : Array.Empty<string>(),
            description.Architecture, .. rule.Architectures.Order(StringComparer.Ordinal),
        ];
        return new([.. tags.Distinct().Take(Most)], rule.Basis is Basis.Derived ? "high" : "very-high")
        {
            ProblemSeverity = description.Severity is Severity.Note ? "recommendation" : description.Severity.ToString().ToLowerInvariant(),
            SecuritySeverity = rule.SecuritySeverity is { } severity ? Numeric(severity) : null,
        };
    }

    /// <summary>GitHub's documents put exactly 9.0 in two classes; it is meant as critical.</summary>
    private static string Numeric(double severity) =>
        severity.ToString("0.0", CultureInfo.InvariantCulture) is var text && text == "9.0" ? "9.1" : text;
}
