namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>What a member holds.</summary>
internal enum TypeKind
{
    Text,
    Bool,
    Int,
    Long,
    Float,
    Double,
    Time,
    Blob,
    Enum,
    Structure,
    List,
    Map,
}
