using Microsoft.CodeAnalysis;

namespace Scanner.Check;

/// <summary>The types that rules are written with: Scanner.Model's nouns, and the basic ones of System.</summary>
internal static class RuleTypes
{
    private const int LongestTuple = 7;

    private static readonly HashSet<SpecialType> s_basic =
    [
        SpecialType.System_Boolean, SpecialType.System_Char, SpecialType.System_Int32, SpecialType.System_Int64,
        SpecialType.System_Double, SpecialType.System_Decimal, SpecialType.System_String,
    ];

    private static readonly HashSet<string> s_system = new(StringComparer.Ordinal)
    {
        "Func", "Action", "Math", "StringComparison", "StringSplitOptions", "DateTimeOffset", "TimeSpan", "DayOfWeek", "Index", "Range",
    };

    // plain values of the model: known wherever one exists
    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal) { "SemanticVersion", "Cidr", "Ref", "DateTimeOffset", "TimeSpan" };

    // objects whose identity would tell what their content was made from
    private static readonly HashSet<string> s_opaque = new(StringComparer.Ordinal) { "Judgement", "Message", "NoteMessage" };

    // what a rule may make with new; everything else comes from the scan
    private static readonly HashSet<string> s_made = new(StringComparer.Ordinal) { "Rule", "SemanticVersion", "Ref", "DateTimeOffset", "TimeSpan" };

    public static bool IsVisible(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.Rank == 1 && IsVisible(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Length <= LongestTuple && tuple.TupleElements.All(e => IsElement(e.Type)),
        INamedTypeSymbol named => IsNamed(named) && named.TypeArguments.All(a => named.TypeKind == TypeKind.Delegate ? IsVisible(a) : IsElement(a)),
        _ => false,
    };

    /// <summary>Visible, and allowed inside a list, a tuple or a fact.</summary>
    public static bool IsElement(ITypeSymbol type) => IsVisible(type) && !(IsModel(type) && s_opaque.Contains(type.Name));

    /// <summary>A value that has a text and an equality of its own, with nothing unknown inside.</summary>
    public static bool IsPlain(ITypeSymbol type) =>
        s_basic.Contains(type.SpecialType) || type.TypeKind == TypeKind.Enum || ((IsModel(type) || IsSystem(type)) && s_plain.Contains(type.Name));

    public static bool IsPlainOrNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? IsPlain(nullable.TypeArguments[0]) : IsPlain(type);

    public static bool MayBeMade(ITypeSymbol type) => (IsModel(type) || IsSystem(type)) && s_made.Contains(type.Name);

    public static bool IsMessage(ITypeSymbol? type) => type is not null && IsModel(type) && type.Name is "Message" or "NoteMessage";

    /// <summary>A node of the graph, of which there is one object only.</summary>
    public static bool HasIdentity(ITypeSymbol type) =>
        IsModel(type) && (type.Name == "ISubject" || type.AllInterfaces.Any(i => i.Name == "ISubject" && IsModel(i)));

    public static bool IsModel(ITypeSymbol type) => type.ContainingAssembly?.Name == "Scanner.Model" && type.ContainingNamespace.ToDisplayString() is "Scanner.Model" or "Scanner.Model.Queries";

    private static bool IsSystem(ITypeSymbol type) => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsNamed(INamedTypeSymbol type) =>
        s_basic.Contains(type.SpecialType) || type.SpecialType == SpecialType.System_Void
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || IsModel(type) || (IsSystem(type) && s_system.Contains(type.Name));
}
