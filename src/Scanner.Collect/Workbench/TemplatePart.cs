using System.Text.RegularExpressions;

namespace Scanner.Collect.Workbench;

/// <summary>A stretch of a Go template: text as it is, or what stands between <c>{{</c> and <c>}}</c>.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">Text without what its neighbours trim; an action without its marks.</param>
/// <param name="Action">What the action says; null for text.</param>
/// <param name="TrimsLine">Whether the action takes away the line's end before it.</param>
internal sealed partial record TemplatePart(int Line, string Text, IReadOnlyList<ActionToken>? Action, bool TrimsLine)
{
    /// <summary>The word with which the action begins where that is one of the language's; empty otherwise.</summary>
    public string Keyword { get; } = Action is [{ Kind: ActionTokenKind.Word, Text: "if" or "else" or "with" or "range" or "define" or "block" or "end" or "template" or "break" or "continue" } first, ..] ? first.Text : "";

    public bool Opens => Keyword is "if" or "with" or "range" or "define" or "block";

    /// <summary>The action as messages name it, without its strings: one of them may be a person's name or a secret.</summary>
    public string Shown => $"{{{{ {(Plain is { Length: <= 80 } plain && !SecretValue.LooksRandom(plain) && SecretValue.Harmless("", plain) == plain ? plain : $"{Keyword} …")} }}}}";

    [GeneratedRegex("""(?<quote>")(?<text>(\\.|[^"\\])*)"|(?<quote>`)(?<text>[^`]*)`|(?<quote>')(?<text>(\\.|[^'\\])*)'""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Quoted { get; }

    private string Plain => Quoted.Replace(Text, m => SessionTags.IsKnown(m.Groups["text"].Value) ? m.Value : $"{m.Groups["quote"].Value}…{m.Groups["quote"].Value}");
}
