namespace Scanner.AwsSdk;

/// <summary>What a client needs to know about its service; generated from the service's facts.</summary>
internal sealed record AwsService(
    string Id, string Endpoint, string ApiVersion, AwsProtocol Protocol, string Target, IReadOnlyList<AwsHost> Hosts);
