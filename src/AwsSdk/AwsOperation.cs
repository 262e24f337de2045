namespace Scanner.AwsSdk;

/// <summary>One operation of a service, with the wire names of what its answer may hold.</summary>
internal sealed record AwsOperation(AwsService Service, string Name, string Method, string Path, IReadOnlyList<string> Answer);
