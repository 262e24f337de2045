using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Text;

/// <summary>Small turns of phrase.</summary>
internal static class Words
{
    /// <summary><c>1 rule</c>, <c>2 rules</c>.</summary>
    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>The first few, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> names, int most) =>
        names.Count <= most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(most))} and {names.Count - most} more";

    /// <summary><c>file:line:column</c>; empty where there is no place.</summary>
    public static string Place(SourceLocation? location) => location is null ? "" : $"{location.File}:{location.Line}:{location.Column}";

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Given => "as you say",
        Confidence.Certain => "detected: certain",
        Confidence.Strong => "detected: strong signs",
        _ => "detected: weak signs",
    };

    /// <summary>The role or user in a caller's ARN.</summary>
    public static string Caller(string identity)
    {
        var parts = identity[(identity.LastIndexOf(':') + 1)..].Split('/');
        return parts is ["assumed-role", var role, ..] ? role : parts[^1];
    }
}
