using System.Xml;

namespace Scanner.AwsSdk;

/// <summary>Reads an XML body whole, so that a cut one is noticed before any of it is used.</summary>
internal static class XmlAnswer
{
    // The deepest shape that is read here has about a dozen levels.
    private const int DeepestLevel = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static AwsValue Read(Stream body)
    {
        using var reader = XmlReader.Create(body, Settings);
        AwsValue? root = null, at = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    at = Enter(reader, at);
                    root ??= at;
                    if (reader.IsEmptyElement) at = at.Parent;
                    break;
                case XmlNodeType.EndElement: at = at!.Parent; break;
                default:
                    if (at is not null && IsText(reader.NodeType)) at.Content += reader.Value;
                    break;
            }
        }
        return root ?? throw new AwsAnswerException("The body is empty");
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    private static AwsValue Enter(XmlReader reader, AwsValue? parent)
    {
        if (reader.Depth >= DeepestLevel) throw new AwsAnswerException($"The answer nests deeper than {DeepestLevel} levels");
        var value = new AwsValue(reader.LocalName, parent, AwsValueKind.Element);
        parent?.Add(value);
        return value;
    }
}
