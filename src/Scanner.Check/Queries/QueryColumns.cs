using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Check.Queries;

/// <summary>What the columns of a query are called: as its tuple names them, else as it writes them.</summary>
internal static class QueryColumns
{
    /// <summary>The names; none where a row is no tuple.</summary>
    public static IReadOnlyList<string> Of(SemanticModel model, ExpressionSyntax query)
    {
        if (Row(model.GetTypeInfo(query).Type) is not { IsTupleType: true } row) return [];
        var written = query.DescendantNodesAndSelf().OfType<TupleExpressionSyntax>()
            .FirstOrDefault(t => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(t).Type, row));
        return Apart([.. row.TupleElements.Select((element, i) => element.IsExplicitlyNamedTupleElement || written is null ? (element.Name, element.Name) : (Name(written.Arguments[i]), Whole(written.Arguments[i])))]);
    }

    /// <summary>No name twice: of two that are the same both are called as they are written, and where those are the same too, they are counted.</summary>
    private static List<string> Apart(List<(string Short, string Whole)> names)
    {
        var taken = new List<string>();
        foreach (var (brief, whole) in names)
        {
            var name = names.Count(n => n.Short == brief) > 1 ? whole : brief;
            taken.Add(taken.Contains(name, StringComparer.Ordinal) ? $"{name} ({taken.Count + 1})" : name);
        }
        return taken;
    }

    private static INamedTypeSymbol? Row(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple,
        INamedTypeSymbol { TypeArguments: [var inner], Name: "Rows" or "Items" or "ResourceSet" or "Fact" } => Row(inner),
        _ => null,
    };

    private static string Whole(ArgumentSyntax argument) => argument.NameColon is { } named ? named.Name.Identifier.ValueText
        : string.Join(' ', argument.Expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>i.Tags["owner"]</c> without the variable, which is the same in all of them.</summary>
    private static string Name(ArgumentSyntax argument)
    {
        if (argument.NameColon is { } named) return named.Name.Identifier.ValueText;
        var text = Whole(argument);
        var start = argument.Expression.DescendantTokens().First();
        return start.IsKind(SyntaxKind.IdentifierToken) && text.Length > start.Text.Length + 1 && text[start.Text.Length] == '.' ? text[(start.Text.Length + 1)..] : text;
    }
}
