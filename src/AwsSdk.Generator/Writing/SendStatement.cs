using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>The statement that puts a member into a request.</summary>
internal static class SendStatement
{
    public static string Of(string protocol, MemberFacts member)
    {
        var isNamedList = protocol == "query" && member.Type.Kind == TypeKind.List && !member.IsFlat;
        var value = member.Type.Kind == TypeKind.Enum ? $"{member.Name}?.Value" : member.Name;
        return member.Place switch
        {
            "label" => $"writer.Label(\"{member.Wire}\", {value});",
            "query" => $"writer.Query(\"{member.PlaceName}\", {value});",
            "header" => $"writer.Header(\"{member.PlaceName}\", {value});",
            _ when protocol == "ec2" => $"writer.Add(\"{member.Sent}\", {value});",
            _ when isNamedList => $"writer.Add(\"{member.Wire}\", {value}, \"{member.Item}\");",
            _ => $"writer.Add(\"{member.Wire}\", {value});",
        };
    }
}
