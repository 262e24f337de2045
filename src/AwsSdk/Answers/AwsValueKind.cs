namespace Scanner.AwsSdk;

/// <summary>What stands at one place of an answer.</summary>
internal enum AwsValueKind
{
    /// <summary>An XML element, which does not say whether it is a list, a structure or a scalar.</summary>
    Element,
    Object,
    Array,
    Scalar,
    Null,
}
