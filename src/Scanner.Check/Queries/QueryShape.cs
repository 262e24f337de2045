using Microsoft.CodeAnalysis;

namespace Scanner.Check.Queries;

/// <summary>What a query may end in: what is no value would be shown as nothing, and nothing looks like an answer.</summary>
internal static class QueryShape
{
    private static readonly HashSet<string> s_silent = new(StringComparer.Ordinal) { "Resources", "Question", "Rule", "Judgement", "Message", "Network" };

    /// <summary>The error of a query, or of a part of its rows, that has nothing to show.</summary>
    public static IEnumerable<RuleDiagnostic> Unshowable(ITypeSymbol? type, RuleScript script)
    {
        if (Silent(type) is { } silent)
            yield return new(script.Path, 1, 1, RuleError.Shape, $"{silent.Name} is nothing that could be shown", $"a query ends in a set, rows or a value; {QueryErrors.Start}");
    }

    private static INamedTypeSymbol? Silent(ITypeSymbol? type) => type is not INamedTypeSymbol named ? null
        : named.TypeKind is TypeKind.Delegate || s_silent.Contains(named.Name) ? named
        : named.TypeArguments.Select(Silent).FirstOrDefault(t => t is not null);
}
