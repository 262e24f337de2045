namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>A host label that deviates from the rule <c>endpoint[-fips]</c> in one partition.</summary>
internal sealed class HostFacts(string variant, string partition, string label)
{
    public string Variant => variant;
    public string Partition => partition;
    public string Label => label;
}
