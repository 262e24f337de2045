using System.Collections.Frozen;

namespace Scanner.Check;

/// <summary>What an assembly of rules may refer to outside the model: what scripts may use, and what the compiler itself puts in.</summary>
internal static class ImageTypes
{
    /// <summary>Every member of these may be called; no type that a script cannot see can come of one.</summary>
    private static readonly FrozenSet<string> s_whole = Set(
        "System.Boolean", "System.Char", "System.Int32", "System.Int64", "System.Double", "System.Decimal", "System.Math", "System.TimeSpan", "System.DayOfWeek",
        "System.Nullable`1", "System.Index", "System.Range", "System.StringComparison", "System.StringSplitOptions", "System.ReadOnlySpan`1", "System.Span`1",
        "System.Collections.Generic.IEnumerator`1", "System.Collections.Generic.IEnumerable`1", "System.Collections.IEnumerator", "System.IDisposable",
        "System.Collections.Generic.List`1", "System.CharEnumerator", "System.InvalidOperationException", "System.Runtime.CompilerServices.SwitchExpressionException");

    /// <summary>Only these members.</summary>
    private static readonly FrozenSet<string> s_members = Set(
        "System.Object..ctor", "System.Object.ToString", "System.Object.Equals", "System.Object.GetHashCode",
        "System.String.get_Length", "System.String.get_Chars", "System.String.Empty", "System.String.Contains", "System.String.StartsWith", "System.String.EndsWith", "System.String.IndexOf",
        "System.String.LastIndexOf", "System.String.Substring", "System.String.Trim", "System.String.TrimStart", "System.String.TrimEnd", "System.String.ToLowerInvariant",
        "System.String.ToUpperInvariant", "System.String.Replace", "System.String.Split", "System.String.Equals", "System.String.Compare", "System.String.CompareOrdinal",
        "System.String.IsNullOrEmpty", "System.String.IsNullOrWhiteSpace", "System.String.op_Equality", "System.String.op_Inequality", "System.String.Concat", "System.String.ToString",
        "System.String.op_Implicit", "System.String.GetEnumerator",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler..ctor", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.AppendLiteral",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.AppendFormatted", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.ToStringAndClear",
        "System.Runtime.CompilerServices.RuntimeHelpers.CreateSpan", "System.Runtime.CompilerServices.RuntimeHelpers.GetSubArray", "System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray",
        "System.Runtime.InteropServices.CollectionsMarshal.SetCount", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan");

    /// <summary>What the compiler puts into methods of its own, and a script's may not call.</summary>
    private static readonly FrozenSet<string> s_compilers = Set(
        "System.Runtime.CompilerServices.Unsafe.Add", "System.Runtime.CompilerServices.Unsafe.As", "System.Runtime.CompilerServices.Unsafe.AsRef",
        "System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan", "System.Runtime.InteropServices.MemoryMarshal.CreateSpan");

    /// <summary>Named, and none of their members called, beside those above.</summary>
    private static readonly FrozenSet<string> s_named = Set("System.ValueType", "System.RuntimeFieldHandle", "System.Runtime.CompilerServices.IsExternalInit", "System.Runtime.CompilerServices.IsVolatile");

    private static readonly FrozenSet<string> s_attributes = Set(
        "CompilationRelaxationsAttribute", "RuntimeCompatibilityAttribute", "RefSafetyRulesAttribute", "CompilerGeneratedAttribute", "NullableAttribute", "NullableContextAttribute",
        "TupleElementNamesAttribute", "IsReadOnlyAttribute", "ScopedRefAttribute", "IsUnmanagedAttribute", "ParamCollectionAttribute", "PreserveBaseOverridesAttribute", "InlineArrayAttribute");

    private static readonly string[] s_generic = ["System.Func`", "System.Action`", "System.ValueTuple`"];

    private static readonly FrozenSet<string> s_local = Set("get_Now", "get_UtcNow", "ToLocalTime", "Parse", "ParseExact", "TryParse", "TryParseExact");

    public static bool IsListed(string type) => IsModel(type) || IsWhole(type) || s_named.Contains(type) || IsAttribute(type) || type is "System.DateTimeOffset"
        || s_members.Any(m => Owns(type, m)) || s_compilers.Any(m => Owns(type, m));

    /// <summary>Whether a method of a script may use it.</summary>
    public static bool IsListed(string type, string member) => IsModel(type) || IsWhole(type) || IsAttribute(type)
        || (type == "System.DateTimeOffset" ? !s_local.Contains(member) : s_members.Contains($"{type}.{member}"));

    /// <summary>Whether only the compiler's own methods may use it.</summary>
    public static bool IsCompilers(string type, string member) => s_compilers.Contains($"{type}.{member}");

    /// <summary>With more arguments these take formats and widths, which ask for texts of any length.</summary>
    public static bool IsFormatted(string member, int parameters) => parameters > (member switch { "ToString" => 0, "AppendFormatted" => 1, _ => int.MaxValue });

    private static bool IsModel(string type) => Namespace(type) is "Scanner.Model" or "Scanner.Model.Queries" or "Scanner.Model.Budgets";

    private static bool IsWhole(string type) => s_whole.Contains(type) || type == "System.Action" || Array.Exists(s_generic, g => type.StartsWith(g, StringComparison.Ordinal));

    private static bool IsAttribute(string type) => type is "System.Diagnostics.DebuggableAttribute" or "System.Diagnostics.DebuggableAttribute+DebuggingModes"
        || type.StartsWith("System.Runtime.CompilerServices.InlineArray", StringComparison.Ordinal)
        || (Namespace(type) == "System.Runtime.CompilerServices" && s_attributes.Contains(type[(type.LastIndexOf('.') + 1)..]));

    private static bool Owns(string type, string member) => member.Length > type.Length && member[type.Length] == '.' && member.StartsWith(type, StringComparison.Ordinal)
        && (member.LastIndexOf('.') == type.Length || member.EndsWith("..ctor", StringComparison.Ordinal));

    private static string Namespace(string type) => type[..Math.Max(0, type.LastIndexOf('.'))];

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
