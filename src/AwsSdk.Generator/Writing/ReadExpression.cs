using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>The expression that takes a member out of an answer.</summary>
internal static class ReadExpression
{
    public static string Of(MemberFacts member)
    {
        var wire = $"\"{member.Wire}\"";
        return member.Type.Kind switch
        {
            TypeKind.List when member.IsFlat => $"value.FlatList({wire}, {Reader(member.Type.Element!)})",
            TypeKind.List => $"value.List({wire}, {Reader(member.Type.Element!)})",
            TypeKind.Map => $"value.Map({wire}, {Reader(member.Type.Element!)})",
            TypeKind.Structure => $"value.Object({wire}, {Reader(member.Type)})",
            TypeKind.Enum => $"value.Text({wire})",
            var scalar => $"value.{scalar}({wire})",
        };
    }

    private static string Reader(TypeReference type) => type.Kind switch
    {
        TypeKind.Structure => $"Model.{type.Name}.Read",
        TypeKind.List => $"static v => v.AsList({Reader(type.Element!)})",
        TypeKind.Map => $"static v => v.AsMap({Reader(type.Element!)})",
        TypeKind.Enum => "static v => v.AsText()",
        var scalar => $"static v => v.As{scalar}()",
    };
}
