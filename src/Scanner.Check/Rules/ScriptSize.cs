using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Check;

/// <summary>What is short to write and takes the compiler hours, or all memory: refused before it is asked.</summary>
internal static class ScriptSize
{
    public const int Longest = 100_000;

    private const int DeepestLambda = 8;
    private const int MostHoles = 64;
    private const int LongestConstant = 1_000;
    private const int MostArms = 100;
    private const int MostTests = 600;
    private const int LargestType = 256;
    private const int DeepestBracket = 200;

    /// <summary>Whether brackets nest so deep that to parse them alone takes minutes.</summary>
    public static bool IsTangled(string text, int deepest = DeepestBracket)
    {
        var (depth, reached) = (0, 0);
        foreach (var c in text)
        {
            depth = c is '(' or '[' or '{' ? depth + 1 : c is ')' or ']' or '}' ? Math.Max(0, depth - 1) : depth;
            reached = Math.Max(depth, reached);
        }
        return reached > deepest;
    }

    /// <summary>What is wrong with a script before it is parsed.</summary>
    public static RuleDiagnostic? Refusal(RuleScript script) =>
        script.Text.Length > Longest ? new(script.Path, 1, 1, RuleError.Shape, $"the script is longer than {Longest} characters", "make several rules of it")
        : IsTangled(script.Text) ? new(script.Path, 1, 1, RuleError.Shape, $"brackets nest deeper than {DeepestBracket} levels", "take it apart")
        : null;

    /// <summary>The parts of it that are too large.</summary>
    public static IEnumerable<RuleDiagnostic> Check(SyntaxNode root, RuleScript script)
    {
        foreach (var node in root.DescendantNodesAndSelf())
            if (TooLarge(node) is var (message, hint))
                yield return ScriptSyntax.At(node.GetLocation(), script, RuleError.Syntax, message, hint);
        if (new TupleGrowth().First(root, LargestType) is { } tuple)
            yield return ScriptSyntax.At(tuple.GetLocation(), script, RuleError.Syntax, $"this tuple has more than {LargestType} parts", "a tuple of tuples doubles with each step: keep apart what need not be together");
    }

    private static (string Message, string Hint)? TooLarge(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax when node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Take(DeepestLambda).Count() == DeepestLambda =>
            ($"functions within functions, more than {DeepestLambda} deep", "give the inner ones a name"),
        InterpolatedStringExpressionSyntax text when text.Contents.OfType<InterpolationSyntax>().Count() > MostHoles => ($"a text with more than {MostHoles} values", "say less at a time"),
        LocalDeclarationStatementSyntax { IsConst: true } local when IsGrown(local.Declaration) => Constant,
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) && IsGrown(field.Declaration) => Constant,
        TupleTypeSyntax when node.DescendantNodes().OfType<TupleElementSyntax>().Take(LargestType + 1).Count() > LargestType => ($"a tuple of more than {LargestType} parts", "keep apart what need not be together"),
        SwitchExpressionSyntax { Arms.Count: > MostArms } or SwitchStatementSyntax { Sections.Count: > MostArms } => ($"a switch of more than {MostArms} cases", "make functions of its parts"),
        SwitchExpressionSyntax or SwitchStatementSyntax or IsPatternExpressionSyntax when node.DescendantNodes().OfType<PatternSyntax>().Take(MostTests + 1).Count() > MostTests =>
            ($"more than {MostTests} patterns together", "make functions of its parts"),
        _ => null,
    };

    private static (string, string) Constant => ($"a constant text is one literal of at most {LongestConstant} characters", "put texts together where they are used");

    /// <summary>Constants are put together by the compiler, and each may name another twice.</summary>
    private static bool IsGrown(VariableDeclarationSyntax declared) => declared.Type is not PredefinedTypeSyntax { Keyword.RawKind: not (int)SyntaxKind.StringKeyword }
        && declared.Variables.Any(v => v.Initializer?.Value is { } value && (value is not LiteralExpressionSyntax literal || literal.Token.ValueText.Length > LongestConstant));
}
