using Microsoft.CodeAnalysis;

namespace Scanner.Check;

/// <summary>The members that rules may use.</summary>
internal static class RuleMembers
{
    public const string Visible = "a rule sees Scanner.Model and the basic types of System";

    private const string NoText = "what may be unknown has no text or object equality: decide with ==, Is or Require, and put it into a message with {…}";
    private const string ForPeople = "it is text for people and says nothing of what was not read: use it inside a message";

    private static readonly HashSet<string> s_string = new(StringComparer.Ordinal)
    {
        "Length", "this[]", "Empty", "Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Substring", "Trim", "TrimStart", "TrimEnd",
        "ToLowerInvariant", "ToUpperInvariant", "Replace", "Split", "Equals", "Compare", "CompareOrdinal", "IsNullOrEmpty", "IsNullOrWhiteSpace",
        "op_Equality", "op_Inequality", "op_Addition", "ToString",
    };

    // depend on the clock or the place of the machine
    private static readonly HashSet<string> s_local = new(StringComparer.Ordinal) { "Now", "UtcNow", "ToLocalTime", "Parse", "ParseExact" };

    private static readonly HashSet<string> s_object = new(StringComparer.Ordinal) { "ToString", "Equals", "GetHashCode" };

    /// <summary>Why a rule may not use the member, and what to do instead; null if it may.</summary>
    /// <param name="member">A method, property or field.</param>
    /// <param name="receiver">What it is called on, where there is such.</param>
    /// <param name="inMessage">Whether it stands where only people will see what comes of it.</param>
    public static (string Message, string Hint)? Denial(ISymbol member, ITypeSymbol? receiver, bool inMessage)
    {
        var name = member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        if (IsOwn(member)) return null;
        if (IsOfObject(member)) return IsPlainText(member, receiver) ? null : ($"{name} is not for rules", NoText);
        if (!IsListed(member)) return ($"{name} is not for rules", Visible);
        return inMessage || !IsMessageOnly(member) ? null : ($"{name} cannot decide a verdict", ForPeople);
    }

    private static bool IsOwn(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    private static bool IsOfObject(ISymbol member)
    {
        var root = member as IMethodSymbol;
        while (root?.OverriddenMethod is { } overridden) root = overridden;
        return root?.ContainingType is { SpecialType: SpecialType.System_Object };
    }

    private static bool IsPlainText(ISymbol member, ITypeSymbol? receiver) =>
        receiver is not null && RuleTypes.IsPlain(receiver) && s_object.Contains(member.Name) && member is IMethodSymbol { Parameters.Length: 0 };

    private static bool IsListed(ISymbol member) => member.ContainingType switch
    {
        { SpecialType: SpecialType.System_Array } => member.Name == "Length",
        { IsTupleType: true } => member is IFieldSymbol,
        var type when !RuleTypes.IsVisible(type) => false,
        { SpecialType: SpecialType.System_String } => s_string.Contains(member.Name) && Signature(member).All(RuleTypes.IsVisible),
        { TypeKind: TypeKind.Delegate } => member.Name == "Invoke",
        var type when RuleTypes.IsMessage(type) => member.Name == WellKnownMemberNames.ImplicitConversionName,
        { Name: "DateTimeOffset" } => !s_local.Contains(member.Name) && Signature(member).All(RuleTypes.IsVisible),
        _ => Signature(member).All(RuleTypes.IsVisible) && !IsFormatted(member),
    };

    /// <summary>A format string can ask for any number of digits.</summary>
    private static bool IsFormatted(ISymbol member) => member is IMethodSymbol { Name: "ToString", Parameters.Length: > 0 };

    private static IEnumerable<ITypeSymbol> Signature(ISymbol member) => member switch
    {
        IMethodSymbol method => [.. method.Parameters.Select(p => p.Type), .. method.MethodKind == MethodKind.Constructor ? [] : new[] { method.ReturnType }, .. method.TypeArguments.Where(a => !RuleTypes.IsElement(a))],
        IPropertySymbol property => [property.Type, .. property.Parameters.Select(p => p.Type)],
        IFieldSymbol field => [field.Type],
        _ => [],
    };

    private static bool IsMessageOnly(ISymbol member) => member.GetAttributes().Any(a => a.AttributeClass?.Name == "MessageOnlyAttribute");
}
