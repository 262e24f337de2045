using System.Globalization;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Report.Sarif;

/// <summary>A message string: a sentence with quoted placeholders, and the same sentence with its arguments in place.</summary>
/// <param name="Text">With <c>'{0}'</c> where arguments stand.</param>
internal sealed partial record MessageTemplate(string Text)
{
    public static readonly MessageTemplate Pass = new("'{0}' meets the statement of rule '{1}'.");
    public static readonly MessageTemplate Unknown =
        new("Rule '{1}' could not be decided for '{0}'. What stands in the way: '{2}'. What would decide it: '{3}'.");
    public static readonly MessageTemplate NotApplicable = new("Rule '{1}' does not concern '{0}': '{2}'.");
    public static readonly MessageTemplate Undecided =
        new("'{0}' of '{1}' rules could not be decided for '{2}'. What would decide most of them: '{3}'.");

    /// <summary>The template of a failure: after the rule's own arguments come the subject and the fix.</summary>
    public static MessageTemplate Failure(Message? message)
    {
        var own = message?.Arguments.Count ?? 0;
        var wrong = message is null ? "the statement does not hold" : Quoted(message.Template);
        return new($"'{{{own}}}': {SarifEscape.Sentence(wrong)} To fix it: '{{{own + 1}}}'.");
    }

    public SarifMessage With(string id, params IEnumerable<string> arguments)
    {
        var escaped = arguments.Select(SarifEscape.Message).ToList();
        return new(string.Format(CultureInfo.InvariantCulture, Text, [.. escaped])) { Id = id, Arguments = escaped };
    }

    /// <summary>Puts quotes around each placeholder that has none yet, and escapes the words between them.</summary>
    private static string Quoted(string template) => Pieces.Replace(template, piece =>
        !piece.Groups["argument"].Success ? piece.Value is "{{" or "}}" ? piece.Value : SarifEscape.Message(piece.Value)
        : IsQuoted(template, piece) ? piece.Value : $"'{piece.Value}'");

    private static bool IsQuoted(string template, Match piece) => piece.Index > 0 && template[piece.Index - 1] == '\''
        && piece.Index + piece.Length < template.Length && template[piece.Index + piece.Length] == '\'';

    /// <summary>Doubled braces are literal, others hold a placeholder.</summary>
    [GeneratedRegex(@"\{\{|\}\}|(?<argument>\{[0-9]+\})|[^{}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces { get; }
}
