using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Check;

/// <summary>How large the types of tuples get, told from the names alone: a tuple of a tuple twice doubles it, and the compiler writes each part down.</summary>
internal sealed class TupleGrowth
{
    private const int Most = 1_000_000;

    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);

    /// <summary>The first tuple that has more parts; null where none has.</summary>
    public TupleExpressionSyntax? First(SyntaxNode root, int parts)
    {
        foreach (var node in root.DescendantNodes())
            if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } variable) _parts[variable.Identifier.ValueText] = Of(value);
            else if (node is InvocationExpressionSyntax call) Of(call);
            else if (node is AssignmentExpressionSyntax { Left: { } left } assignment && left is DeclarationExpressionSyntax or TupleExpressionSyntax) Name(left, Of(assignment.Right));
            else if (node is IsPatternExpressionSyntax test) Name(test.Pattern, Of(test.Expression));
            else if (node is SwitchExpressionSyntax choice) foreach (var arm in choice.Arms) Name(arm.Pattern, Of(choice.GoverningExpression));
            else if (node is SwitchStatementSyntax { Sections: var sections, Expression: var chosen }) foreach (var label in sections.SelectMany(s => s.Labels)) Name(label, Of(chosen));
            else if (node is ForEachStatementSyntax loop) _parts[loop.Identifier.ValueText] = Of(loop.Expression);
            else if (node is ParameterSyntax { Type: { } type } parameter) _parts[parameter.Identifier.ValueText] = Written(type);
            else if (node is TupleExpressionSyntax tuple && Of(tuple) > parts) return tuple;
        return null;
    }

    /// <summary>The parts of the largest value that it can be.</summary>
    private int Of(SyntaxNode node) => node switch
    {
        TupleExpressionSyntax tuple => (int)Math.Min(Most, tuple.Arguments.Sum(a => (long)Of(a.Expression))),
        IdentifierNameSyntax name => _parts.TryGetValue(name.Identifier.ValueText, out var known) ? known : 1,
        InvocationExpressionSyntax call => Called(call),
        _ => node.ChildNodes().Select(Of).DefaultIfEmpty(1).Max(),
    };

    /// <summary>What a lambda is given is at most what it is called on.</summary>
    private int Called(InvocationExpressionSyntax call)
    {
        var receiver = Of(call.Expression);
        foreach (var argument in call.ArgumentList.Arguments)
            if (argument.Expression is SimpleLambdaExpressionSyntax { Parameter: var one }) _parts[one.Identifier.ValueText] = receiver;
            else if (argument.Expression is ParenthesizedLambdaExpressionSyntax several) foreach (var parameter in several.ParameterList.Parameters) _parts[parameter.Identifier.ValueText] = receiver;
        return call.ArgumentList.Arguments.Select(a => Of(a.Expression)).Append(receiver).Max();
    }

    private static int Written(TypeSyntax type) => Math.Max(1, type.DescendantNodes().OfType<TupleElementSyntax>().Count());

    private void Name(SyntaxNode target, int parts)
    {
        foreach (var named in target.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()) _parts[named.Identifier.ValueText] = parts;
    }
}
