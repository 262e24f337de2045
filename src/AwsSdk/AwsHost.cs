namespace Scanner.AwsSdk;

/// <summary>A host label that deviates from the rule <c>endpoint[-fips]</c> for one variant (fips, dualstack) in one partition; or the one host of a service without regions (global, global+fips …).</summary>
internal sealed record AwsHost(string Variant, string Partition, string Label);
