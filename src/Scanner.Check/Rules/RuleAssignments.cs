using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Scanner.Check;

/// <summary>Which variables a rule may change, and where.</summary>
/// <remarks>
/// A part of an expression may be left out, and a predicate may end early, because of what was not read. If either could change a
/// variable, the change would tell: a verdict could rest on a gap without touching it.
/// </remarks>
internal static class RuleAssignments
{
    private const string Ask = "return the answer: sets and Items have Any, All, Where and Count";

    /// <param name="assignment">The whole assignment.</param>
    /// <param name="target">What it changes.</param>
    /// <param name="function">The innermost function that it stands in.</param>
    public static IEnumerable<(string Message, string Hint)> Denials(IOperation assignment, IOperation target, ISymbol function)
    {
        if (assignment.Parent is not IExpressionStatementOperation)
            yield return ("an assignment is not a value", "write it as a statement of its own");
        foreach (var changed in Changed(target))
            if (changed is null)
                yield return ("a rule changes nothing but its own variables", Ask);
            else if (!SymbolEqualityComparer.Default.Equals(changed.ContainingSymbol, function))
                yield return ($"{changed.Name} belongs to an outer function, and cannot be changed here", Ask);
    }

    private static IEnumerable<ISymbol?> Changed(IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        IDiscardOperation => [],
        IDeclarationExpressionOperation declaration => Changed(declaration.Expression),
        // a nested one could take a record apart, whose properties may be for messages only
        ITupleOperation tuple => tuple.Elements.SelectMany(e => e is ITupleOperation ? [null] : Changed(e)),
        _ => [null],
    };
}
