using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Scanner.Check;

/// <summary>The kinds of operation that the rule language is made of.</summary>
internal static class RuleOperations
{
    private static readonly HashSet<OperationKind> s_kinds =
    [
        OperationKind.MethodBody, OperationKind.Block, OperationKind.ExpressionStatement, OperationKind.Return, OperationKind.Empty, OperationKind.Branch,
        OperationKind.VariableDeclarationGroup, OperationKind.VariableDeclaration, OperationKind.VariableDeclarator, OperationKind.VariableInitializer,
        OperationKind.LocalFunction, OperationKind.AnonymousFunction, OperationKind.DelegateCreation, OperationKind.MethodReference,
        OperationKind.Conditional, OperationKind.Switch, OperationKind.SwitchCase, OperationKind.CaseClause, OperationKind.Loop,
        OperationKind.SwitchExpression, OperationKind.SwitchExpressionArm, OperationKind.Coalesce,
        OperationKind.Literal, OperationKind.DefaultValue, OperationKind.NameOf, OperationKind.Parenthesized, OperationKind.Conversion,
        OperationKind.LocalReference, OperationKind.ParameterReference, OperationKind.FieldReference, OperationKind.PropertyReference,
        OperationKind.InstanceReference, OperationKind.ConditionalAccess, OperationKind.ConditionalAccessInstance,
        OperationKind.ArrayElementReference, OperationKind.ImplicitIndexerReference, OperationKind.Range,
        OperationKind.Invocation, OperationKind.Argument, OperationKind.ObjectCreation, OperationKind.ObjectOrCollectionInitializer,
        OperationKind.Unary, OperationKind.Binary, OperationKind.Increment, OperationKind.Decrement,
        OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.DeconstructionAssignment, OperationKind.DeclarationExpression,
        OperationKind.Discard, OperationKind.Tuple, OperationKind.CollectionExpression, OperationKind.Spread,
        OperationKind.InterpolatedString, OperationKind.InterpolatedStringText, OperationKind.Interpolation,
        OperationKind.InterpolatedStringHandlerCreation, OperationKind.InterpolatedStringAddition, OperationKind.InterpolatedStringAppendLiteral, OperationKind.InterpolatedStringAppendFormatted,
        OperationKind.IsType, OperationKind.IsPattern, OperationKind.ConstantPattern, OperationKind.DeclarationPattern, OperationKind.DiscardPattern,
        OperationKind.RecursivePattern, OperationKind.PropertySubpattern, OperationKind.TypePattern, OperationKind.RelationalPattern,
        OperationKind.NegatedPattern, OperationKind.BinaryPattern, OperationKind.ListPattern, OperationKind.SlicePattern,
    ];

    public static bool IsListed(IOperation operation) =>
        (s_kinds.Contains(operation.Kind) && operation is not IBranchOperation { BranchKind: BranchKind.GoTo })
        || operation is { Kind: OperationKind.ArrayCreation or OperationKind.ArrayInitializer, IsImplicit: true };

    /// <summary>The type that an operation gives, or asks for; null where it has none.</summary>
    public static ITypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        INameOfOperation => null,
        IPatternOperation pattern => pattern.NarrowedType,
        IIsTypeOperation test => test.TypeOperand,
        _ => operation.Type,
    };

    /// <summary>The member that an operation uses, and what it is used on; null where the language itself does it.</summary>
    public static (ISymbol Member, ITypeSymbol? Receiver)? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => (call.TargetMethod, call.Instance?.Type),
        IMemberReferenceOperation reference => (reference.Member, reference.Instance?.Type),
        IObjectCreationOperation { Constructor: { } constructor } => (constructor, null),
        IConversionOperation { OperatorMethod: { } conversion } => (conversion, null),
        IUnaryOperation { OperatorMethod: { } method } => (method, null),
        IBinaryOperation { OperatorMethod: { } method } => (method, null),
        ICompoundAssignmentOperation { OperatorMethod: { } method } => (method, null),
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => (method, null),
        _ => null,
    };

    /// <summary>Plain values have operators of the language; of other things only identity in the graph, and null, may be asked.</summary>
    public static bool IsPlain(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            ? IsNull(operation.LeftOperand) || IsNull(operation.RightOperand) || (IsComparable(operation.LeftOperand) && IsComparable(operation.RightOperand))
            : RuleTypes.IsPlainOrNull(operation.LeftOperand.Type!) && RuleTypes.IsPlainOrNull(operation.RightOperand.Type!);

    /// <summary>The operand of a reference comparison as it was before the compiler made an object of it.</summary>
    public static IOperation Bare(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: true, OperatorMethod: null, Type.SpecialType: SpecialType.System_Object, Operand.Type: null or { IsReferenceType: true } } boxed ? boxed.Operand : operand;

    private static bool IsComparable(IOperation operand) => Bare(operand).Type is { } type && (RuleTypes.IsPlainOrNull(type) || RuleTypes.HasIdentity(type));

    private static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };
}
