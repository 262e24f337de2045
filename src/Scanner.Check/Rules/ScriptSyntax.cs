using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Check;

/// <summary>What a script may be made of: functions and constants, then the rule; and none of the C# that rules have no need of.</summary>
internal static class ScriptSyntax
{
    private const string NotPart = "is not part of the rule language";

    private static readonly Dictionary<SyntaxKind, string> s_denied = new()
    {
        [SyntaxKind.AttributeList] = "an attribute",
        [SyntaxKind.TypeParameterList] = "a generic function",
        [SyntaxKind.ForEachVariableStatement] = "taking apart in a loop",
        [SyntaxKind.TryStatement] = "try",
        [SyntaxKind.ThrowStatement] = "throw",
        [SyntaxKind.ThrowExpression] = "throw",
        [SyntaxKind.UsingStatement] = "using",
        [SyntaxKind.LockStatement] = "lock",
        [SyntaxKind.GotoStatement] = "goto",
        [SyntaxKind.GotoCaseStatement] = "goto",
        [SyntaxKind.GotoDefaultStatement] = "goto",
        [SyntaxKind.LabeledStatement] = "a label",
        [SyntaxKind.UnsafeStatement] = "unsafe",
        [SyntaxKind.FixedStatement] = "fixed",
        [SyntaxKind.YieldReturnStatement] = "yield",
        [SyntaxKind.YieldBreakStatement] = "yield",
        [SyntaxKind.AwaitExpression] = "await",
        [SyntaxKind.TypeOfExpression] = "typeof",
        [SyntaxKind.SizeOfExpression] = "sizeof",
        [SyntaxKind.WithExpression] = "with",
        [SyntaxKind.PointerType] = "a pointer",
        [SyntaxKind.FunctionPointerType] = "a pointer",
        [SyntaxKind.RefType] = "ref",
        [SyntaxKind.RefExpression] = "ref",
        [SyntaxKind.MakeRefExpression] = "__makeref",
        [SyntaxKind.RefTypeExpression] = "__reftype",
        [SyntaxKind.RefValueExpression] = "__refvalue",
        [SyntaxKind.StackAllocArrayCreationExpression] = "stackalloc",
        [SyntaxKind.ImplicitStackAllocArrayCreationExpression] = "stackalloc",
        [SyntaxKind.ArrayCreationExpression] = "an array",
        [SyntaxKind.ImplicitArrayCreationExpression] = "an array",
        [SyntaxKind.AnonymousObjectCreationExpression] = "an anonymous object",
        [SyntaxKind.QueryExpression] = "a query",
        [SyntaxKind.InterpolationAlignmentClause] = "an alignment",
        [SyntaxKind.InterpolationFormatClause] = "a format",
    };

    private const int Deepest = 400;

    private static readonly HashSet<SyntaxKind> s_modifiers =
    [
        SyntaxKind.RefKeyword, SyntaxKind.OutKeyword, SyntaxKind.InKeyword, SyntaxKind.ParamsKeyword, SyntaxKind.ScopedKeyword,
        SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.ExternKeyword, SyntaxKind.VolatileKeyword,
    ];

    /// <summary>The script's last expression; null if it does not end in one.</summary>
    public static ExpressionSyntax? RuleOf(CompilationUnitSyntax script) =>
        script.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last } ? last.Expression : null;

    public static IEnumerable<RuleDiagnostic> Check(CompilationUnitSyntax root, RuleScript script)
    {
        foreach (var part in Parts(root, script)) yield return part;
        foreach (var import in root.Usings)
            yield return At(import.GetLocation(), script, RuleError.Syntax, $"using {NotPart}", "remove this line: a rule sees Scanner.Model and the basic types of System");
        foreach (var declaration in root.Members.SkipLast(1).Where(m => !MayPrecede(m)))
            yield return At(declaration.GetLocation(), script, RuleError.Shape, "before the rule there may be functions and constants only", "move this into a function, or into the rule");
        if (RuleOf(root) is null)
            yield return At((root.Members.LastOrDefault() ?? (SyntaxNode)root).GetLocation(), script, RuleError.Shape, "the last thing in a script must be the rule", "end it with new Rule<…> { … }");
    }

    /// <summary>The parts of C# in it that the rule language lacks.</summary>
    public static IEnumerable<RuleDiagnostic> Parts(SyntaxNode root, RuleScript script)
    {
        if (TooDeep(root) is { } deep)
        {
            yield return At(deep.GetLocation(), script, RuleError.Syntax, $"this is nested deeper than {Deepest} levels", "the compiler would run out of stack: take it apart");
            yield break;
        }
        foreach (var directive in root.DescendantTrivia(descendIntoTrivia: true).Where(t => t.IsDirective))
            yield return At(directive.GetLocation(), script, RuleError.Syntax, $"{directive.ToString().Split(' ')[0].Trim()} {NotPart}", "remove this line");
        foreach (var node in root.DescendantNodesAndSelf())
            if (Denied(node) is { } what)
                yield return At(node.GetLocation(), script, RuleError.Syntax, $"{what} {NotPart}", InsteadOf(what));
        foreach (var large in ScriptSize.Check(root, script)) yield return large;
    }

    /// <summary>Whether what a script was wrapped in is one class of one method still, and the method of the same parts as the script.</summary>
    public static bool IsWhole(CompilationUnitSyntax wrapped) =>
        wrapped is { Usings.Count: 0, Externs.Count: 0, AttributeLists.Count: 0, Members: [ClassDeclarationSyntax { Members: [MethodDeclarationSyntax { Body: { } body }] }] } && !body.DescendantNodes().Any(n => Denied(n) is not null);

    private static SyntaxNode? TooDeep(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > Deepest) return next.Node;
            foreach (var child in next.Node.ChildNodes()) open.Push((child, next.Depth + 1));
        }
        return null;
    }

    private static bool MayPrecede(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax or FieldDeclarationSyntax or GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax or LocalDeclarationStatementSyntax };

    private static string? Denied(SyntaxNode node) => node switch
    {
        _ when s_denied.TryGetValue(node.Kind(), out var what) => what,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => "a type of one's own",
        ParameterSyntax parameter => Modifier(parameter.Modifiers),
        ArgumentSyntax argument => Modifier([argument.RefKindKeyword]),
        MemberDeclarationSyntax member => Modifier(member.Modifiers),
        LocalFunctionStatementSyntax function => Modifier(function.Modifiers),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } => "using",
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } => "await",
        AnonymousFunctionExpressionSyntax lambda => Modifier(lambda.Modifiers),
        _ => null,
    };

    private static string? InsteadOf(string what) => what switch
    {
        "out" => "a number is read with Quantity.Parse(text) is { } number ? … : …, which is null where the text is none",
        "try" or "throw" => "say Undecidable($\"why\", \"what to look at\") where something cannot be told",
        "an array" => "compare with each: v is \"a\" or \"b\", or ask a set or list with Any, All and Where",
        "a query" => "write Where, Any, All and Count",
        "a format" or "an alignment" => "put the value in braces as it is",
        "an attribute" or "a generic function" or "typeof" or "a type of one's own" => "write a function of the model's own types",
        _ => null,
    };

    private static string? Modifier(IEnumerable<SyntaxToken> modifiers) =>
        modifiers.FirstOrDefault(m => s_modifiers.Contains(m.Kind())) is { RawKind: not 0 } found ? found.Text : null;

    public static RuleDiagnostic At(Location location, RuleScript script, string id, string message, string? hint)
    {
        var start = location.GetLineSpan().StartLinePosition;
        return new(script.Path, start.Line + 1, start.Character + 1, id, message, hint);
    }
}
