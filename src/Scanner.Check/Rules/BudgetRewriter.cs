using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scanner.Model.Budgets;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Scanner.Check;

/// <summary>Puts the steps of <see cref="Budget"/> into a bound script: at every function, lambda and loop, and where texts and lists grow.</summary>
internal sealed class BudgetRewriter(SemanticModel model) : CSharpSyntaxRewriter
{
    private const string Owner = "global::Scanner.Model.Budgets." + nameof(Budget) + ".";

    /// <summary>The operations on texts that have a bounded form of the same parameters.</summary>
    private static readonly HashSet<string> s_bounded = new(["Contains", "IndexOf", "LastIndexOf", "Replace", "Split"], StringComparer.Ordinal);

    private static readonly IdentifierNameSyntax s_weighed = IdentifierName(nameof(BoundedText.Weighed));
    private static readonly StatementSyntax s_enter = ParseStatement($"{Owner}{nameof(Budget.Enter)}();");
    private static readonly StatementSyntax s_tick = ParseStatement($"{Owner}{nameof(Budget.Tick)}();");
    private static readonly ExpressionSyntax s_made = ParseExpression($"{Owner}{nameof(Budget.Made)}");
    private static readonly ExpressionSyntax s_spread = ParseExpression($"{Owner}{nameof(Budget.Spread)}");

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return visited.Body is { } body ? visited.WithBody(Begin(body, s_enter))
            : visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Returning(visited.ExpressionBody!.Expression, isVoid: false));
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var isVoid = ((IMethodSymbol)model.GetDeclaredSymbol(node)!).ReturnsVoid;
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return visited.ExpressionBody is not { } body ? visited.WithBody(Begin(visited.Body!, s_enter))
            : visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Returning(body.Expression, isVoid));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Entered((LambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!, IsVoid(node));

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Entered((LambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!, IsVoid(node));

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var visited = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return visited.WithBlock(Begin(visited.Block, s_enter));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Begin(visited.Statement, s_tick));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(Begin(visited.Statement, s_tick));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(Begin(visited.Statement, s_tick));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(Begin(visited.Statement, s_tick));
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
        IsConstant(node) ? node : IsText(node) ? Wrapped(s_made, (ExpressionSyntax)base.VisitBinaryExpression(node)!) : base.VisitBinaryExpression(node);

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) =>
        IsConstant(node) ? node : IsText(node) ? Wrapped(s_made, (ExpressionSyntax)base.VisitInterpolatedStringExpression(node)!) : base.VisitInterpolatedStringExpression(node);

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.AddAssignmentExpression) || model.GetTypeInfo(node).Type?.SpecialType is not SpecialType.System_String) return base.VisitAssignmentExpression(node);
        var right = ParenthesizedExpression((ExpressionSyntax)Visit(node.Right)!);
        return AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, node.Left, Wrapped(s_made, BinaryExpression(SyntaxKind.AddExpression, node.Left, right)));
    }

    public override SyntaxNode? VisitSpreadElement(SpreadElementSyntax node) => SpreadElement(Wrapped(s_spread, (ExpressionSyntax)Visit(node.Expression)!));

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var visited = (MemberAccessExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        return IsOfText(node) ? visited.WithExpression(Weighed(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, visited.Expression, s_weighed))) : visited;
    }

    public override SyntaxNode? VisitMemberBindingExpression(MemberBindingExpressionSyntax node)
    {
        var visited = (MemberBindingExpressionSyntax)base.VisitMemberBindingExpression(node)!;
        return IsOfText(node) ? MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Weighed(MemberBindingExpression(s_weighed)), visited.Name) : visited;
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        s_bounded.Contains(node.Identifier.ValueText) && model.GetSymbolInfo(node).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] }
            ? node.WithIdentifier(Identifier(node.Identifier.ValueText + "Bounded")) : node;

    private static InvocationExpressionSyntax Weighed(ExpressionSyntax text) => InvocationExpression(text);

    /// <summary>Whether it is a method called on a text.</summary>
    private bool IsOfText(ExpressionSyntax node) => model.GetSymbolInfo(node).Symbol is IMethodSymbol { IsStatic: false, ContainingType.SpecialType: SpecialType.System_String };

    private bool IsVoid(LambdaExpressionSyntax node) => model.GetSymbolInfo(node).Symbol is IMethodSymbol { ReturnsVoid: true };

    private bool IsConstant(ExpressionSyntax node) => model.GetConstantValue(node).HasValue;

    /// <summary>Whether a text comes of it, as opposed to a message, whose length is bounded by itself.</summary>
    private bool IsText(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType is SpecialType.System_String && !node.AncestorsAndSelf().TakeWhile(n => n is ExpressionSyntax).Any(n => IsHandled((ExpressionSyntax)n, node));

    /// <summary>Whether the node is, or is a part of, what the compiler gives to a message piece by piece.</summary>
    private bool IsHandled(ExpressionSyntax outer, ExpressionSyntax node) =>
        model.GetConversion(outer).IsInterpolatedStringHandler && outer.DescendantNodesAndSelf(n => n == outer || n is BinaryExpressionSyntax or ParenthesizedExpressionSyntax).Contains(node);

    private static LambdaExpressionSyntax Entered(LambdaExpressionSyntax lambda, bool isVoid) => lambda.Block is { } block
        ? lambda.WithBlock(Begin(block, s_enter)) : lambda.WithExpressionBody(null).WithBlock(Returning(lambda.ExpressionBody!, isVoid));

    private static BlockSyntax Begin(StatementSyntax body, StatementSyntax step) =>
        body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, step)) : Block(step, body);

    private static BlockSyntax Returning(ExpressionSyntax value, bool isVoid) => Block(s_enter, isVoid ? ExpressionStatement(value) : ReturnStatement(value));

    private static InvocationExpressionSyntax Wrapped(ExpressionSyntax function, ExpressionSyntax argument) => InvocationExpression(function, ArgumentList(SingletonSeparatedList(Argument(argument))));
}
