using System.Collections.Generic;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>The facts of one AWS service, as its <c>.awsapi</c> file states them.</summary>
internal sealed class ServiceFacts
{
    public int Line { get; set; }
    public string Namespace { get; set; } = "";
    public string Name { get; set; } = "";
    public string Id { get; set; } = "";
    public string Endpoint { get; set; } = "";
    public string Version { get; set; } = "";
    public string Protocol { get; set; } = "";
    public string Target { get; set; } = "";

    /// <summary>
    /// The one type that is named after the namespace: Amazon.DynamoDBv2 has an AmazonDynamoDBClient and a DynamoDBv2PaginatorFactory.
    /// </summary>
    public string PaginatorFactory => Namespace.Substring(Namespace.LastIndexOf('.') + 1) + "PaginatorFactory";

    public List<HostFacts> Hosts { get; } = [];
    public List<OperationFacts> Operations { get; } = [];
    public List<EnumFacts> Enums { get; } = [];
    public List<TypeFacts> Types { get; } = [];
}
