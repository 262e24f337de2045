using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Scanner.Check;

/// <summary>Walks what a script was bound to, and refuses everything that rules have no need of: what is not listed is not allowed.</summary>
internal sealed class RuleAllowList : OperationWalker
{
    private readonly List<RuleDiagnostic> _errors = [];
    private readonly RuleScript _script;
    private ISymbol _function;
    private bool _inMessage;

    private RuleAllowList(RuleScript script, ISymbol function) => (_script, _function) = (script, function);

    /// <summary>What the script uses and may not: one error a place.</summary>
    /// <param name="model">Of what the script was wrapped in: a class of one method.</param>
    /// <param name="script">The script.</param>
    public static IEnumerable<RuleDiagnostic> Check(SemanticModel model, RuleScript script)
    {
        var method = model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var walk = new RuleAllowList(script, model.GetDeclaredSymbol(method)!);
        walk.Visit(model.GetOperation(method));
        return walk._errors.DistinctBy(e => (e.Line, e.Column));
    }

    public override void Visit(IOperation? operation)
    {
        if (operation is null) return;
        if (!RuleOperations.IsListed(operation))
            Refuse(operation, RuleError.Syntax, $"{operation.Syntax.ToString().Split(' ', '\n')[0]} is not part of the rule language", null);
        else if (RuleOperations.TypeOf(operation) is { } type && !RuleTypes.IsVisible(type))
            Refuse(operation, RuleError.Symbol, $"type {type.ToDisplayString()} is not for rules", Lost(type));
        else if (RuleOperations.MemberOf(operation) is var (member, receiver) && RuleMembers.Denial(member, receiver, _inMessage) is var (message, hint))
            Refuse(operation, RuleError.Symbol, message, hint);
        base.Visit(operation);
    }

    // nothing of it is evaluated
    public override void VisitNameOf(INameOfOperation operation) { }

    // a function of the script is no member of anything
    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        if (operation.Method.MethodKind != MethodKind.LocalFunction) base.VisitMethodReference(operation);
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (!RuleTypes.MayBeMade(operation.Type!))
            Refuse(operation, RuleError.Symbol, $"new {operation.Type!.Name} is not for rules", "only a scan makes what is in the graph");
        base.VisitObjectCreation(operation);
    }

    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        if (operation.OperatorMethod is not null)
            base.VisitBinaryOperator(operation);
        else if (!RuleOperations.IsPlain(operation))
            Refuse(operation, RuleError.Symbol, "this operator is for plain values", "compare resources, values, or with null; put values into a message with {…}");
        else
        {
            Visit(RuleOperations.Bare(operation.LeftOperand));
            Visit(RuleOperations.Bare(operation.RightOperand));
        }
    }

    public override void VisitRecursivePattern(IRecursivePatternOperation operation)
    {
        if (operation.DeconstructSymbol is not null)
            Refuse(operation, RuleError.Syntax, "a positional pattern is not part of the rule language", "name the properties: { Port: 443 }");
        base.VisitRecursivePattern(operation);
    }

    public override void VisitAnonymousFunction(IAnonymousFunctionOperation operation)
    {
        var outer = _function;
        _function = operation.Symbol;
        base.VisitAnonymousFunction(operation);
        _function = outer;
    }

    public override void VisitLocalFunction(ILocalFunctionOperation operation)
    {
        var outer = _function;
        _function = operation.Symbol;
        base.VisitLocalFunction(operation);
        _function = outer;
    }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        if (operation.Parent is not IObjectOrCollectionInitializerOperation) Assignment(operation, operation.Target);
        else if (operation.Target is IPropertyReferenceOperation { Property.Name: "FixFor" })
        {
            ForPeople(operation.Value);
            return;
        }
        base.VisitSimpleAssignment(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        if (operation.OperatorMethod is null && !RuleTypes.IsPlainOrNull(operation.Type!)) Refuse(operation, RuleError.Symbol, "this operator is for plain values", null);
        Assignment(operation, operation.Target);
        base.VisitCompoundAssignment(operation);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        Assignment(operation, operation.Target);
        base.VisitIncrementOrDecrement(operation);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        if (operation.Value.Type is not { IsTupleType: true })
            Refuse(operation, RuleError.Syntax, "only a tuple can be taken apart", "name the properties");
        Assignment(operation, operation.Target);
        base.VisitDeconstructionAssignment(operation);
    }

    public override void VisitInterpolation(IInterpolationOperation operation)
    {
        if (!_inMessage && operation.Expression.Type is { } type && !RuleTypes.IsPlainOrNull(type))
            Refuse(operation.Expression, RuleError.Symbol, $"{type.ToDisplayString()} has no text outside a message", "decide with ==, Is or Require, and put it into a message with {…}");
        base.VisitInterpolation(operation);
    }

    public override void VisitInterpolatedStringHandlerCreation(IInterpolatedStringHandlerCreationOperation operation)
    {
        if (RuleTypes.IsMessage(operation.Type)) ForPeople(operation.Content);
        else Visit(operation.Content);
    }

    // the compiler's own calls of the handler; what stands in the holes is checked
    public override void VisitInterpolatedStringAppend(IInterpolatedStringAppendOperation operation)
    {
        foreach (var argument in ((IInvocationOperation)operation.AppendCall).Arguments) Visit(argument.Value);
    }

    public override void VisitArgument(IArgumentOperation operation)
    {
        if (operation is { Parameter.ContainingSymbol: IMethodSymbol { Name: "Along", ContainingType.Name: "Judgement" } }) ForPeople(operation.Value);
        else base.VisitArgument(operation);
    }

    // the call that makes the list of them is the compiler's own
    public override void VisitCollectionExpression(ICollectionExpressionOperation operation)
    {
        foreach (var element in operation.Elements) Visit(element);
    }

    private void ForPeople(IOperation operation)
    {
        var outer = _inMessage;
        _inMessage = true;
        Visit(operation);
        _inMessage = outer;
    }

    private static string Lost(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object
        ? "as an object, a value hides whether it is known: compare with ==, and put it into a message with {…}"
        : RuleMembers.Visible;

    private void Assignment(IOperation assignment, IOperation target)
    {
        foreach (var (message, hint) in RuleAssignments.Denials(assignment, target, _function)) Refuse(assignment, RuleError.Assignment, message, hint);
    }

    private void Refuse(IOperation operation, string id, string message, string? hint)
    {
        var at = operation.Syntax.GetLocation().GetMappedLineSpan().StartLinePosition;
        _errors.Add(new(_script.Path, at.Line + 1, at.Character + 1, id, message, hint));
    }
}
