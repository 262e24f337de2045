using Scanner.Model;

namespace Scanner.Check;

/// <summary>What is wrong with a rule script, where, and what to do about it.</summary>
/// <param name="File">The script, as the user wrote its path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Id">The compiler's code (<c>CS1061</c>), or one of <see cref="RuleError"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to write instead, where that can be told.</param>
public sealed record RuleDiagnostic(string File, int Line, int Column, string Id, string Message, string? Hint)
{
    /// <summary>The message with its hint, on one line. A long message leaves the hint whole.</summary>
    public string Text => Hint is null ? OneLine.Of(Message) : $"{OneLine.Of(Message)}; {OneLine.Of(Hint)}";

    public override string ToString() => $"{OneLine.Of(File)}:{Line}:{Column}: {Id}: {Text}";
}
