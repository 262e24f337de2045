using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>The .NET type of a member in the official packages, version 4: absent values are null, also those of value types.</summary>
internal static class CSharpType
{
    public static string Of(ServiceFacts service, TypeReference type) => type.Kind switch
    {
        TypeKind.Enum => $"{service.Namespace}.{type.Name}",
        TypeKind.Bool or TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Time => OfElement(type) + "?",
        _ => OfElement(type),
    };

    /// <summary>Entries of collections are never null, and enumerations among them are plain strings.</summary>
    public static string OfElement(TypeReference type) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Enum => "string",
        TypeKind.Time => "DateTime",
        TypeKind.Blob => "System.IO.MemoryStream",
        TypeKind.List => $"List<{OfElement(type.Element!)}>",
        TypeKind.Map => $"Dictionary<string, {OfElement(type.Element!)}>",
        _ => type.Name,
    };
}
