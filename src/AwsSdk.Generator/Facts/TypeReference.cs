using System;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>A member's type: a scalar, <c>enum:Name</c>, a structure's name, <c>T[]</c> for a list or <c>T{}</c> for a map.</summary>
internal sealed class TypeReference
{
    private TypeReference(TypeKind kind, string name, TypeReference? element = null) => (Kind, Name, Element) = (kind, name, element);

    public TypeKind Kind { get; }
    public string Name { get; }

    /// <summary>The type of a list's entries or a map's values.</summary>
    public TypeReference? Element { get; }

    /// <summary>The enumeration or structure at the bottom of lists and maps.</summary>
    public TypeReference Leaf => Element is null ? this : Element.Leaf;

    public static TypeReference? Parse(string text)
    {
        if (text.EndsWith("[]", StringComparison.Ordinal)) return Collection(TypeKind.List, text);
        if (text.EndsWith("{}", StringComparison.Ordinal)) return Collection(TypeKind.Map, text);
        if (text.StartsWith("enum:", StringComparison.Ordinal))
            return CSharpName.IsValid(text.Substring(5)) ? new(TypeKind.Enum, text.Substring(5)) : null;
        if (Scalar(text) is { } kind) return new(kind, text);
        return CSharpName.IsValid(text) && char.IsUpper(text[0]) ? new(TypeKind.Structure, text) : null;
    }

    private static TypeReference? Collection(TypeKind kind, string text) =>
        Parse(text.Substring(0, text.Length - 2)) is { } element ? new(kind, text, element) : null;

    private static TypeKind? Scalar(string text) => text switch
    {
        "string" => TypeKind.Text,
        "bool" => TypeKind.Bool,
        "int" => TypeKind.Int,
        "long" => TypeKind.Long,
        "float" => TypeKind.Float,
        "double" => TypeKind.Double,
        "time" => TypeKind.Time,
        "blob" => TypeKind.Blob,
        _ => null,
    };
}
