using System.Linq;
using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>Writes a service's configuration, interface, client, request base and exception.</summary>
internal sealed class ClientWriter(ServiceFacts service, CodeText code)
{
    private readonly string _amazon = "Amazon" + service.Name;
    private readonly bool _pages = service.Operations.Any(o => o.IsPaged);

    public void Write()
    {
        code.Block($"public partial class {_amazon}Config : AwsClientConfig", Config);
        code.Block($"public partial interface I{_amazon} : IAmazonService, IDisposable", Interface);
        code.Block($"public partial class {_amazon}Client : AwsServiceClient, I{_amazon}", Client);
        code.Line($"public partial class {_amazon}Request : AmazonWebServiceRequest {{ }}");
        code.Block($"public partial class {_amazon}Exception : AmazonServiceException", Exception);
    }

    private void Config()
    {
        code.Line("internal static readonly AwsService Service = new(");
        code.Line($"    {Text(service.Id)}, {Text(service.Endpoint)}, {Text(service.Version)},");
        code.Line($"    AwsProtocol.{Protocol()}, {Text(service.Target)},");
        code.Line($"    [{string.Join(", ", service.Hosts.Select(Host))}]);");
        code.Line($"public {_amazon}Config() : base(Service) {{ }}");
    }

    private static string Host(HostFacts host) => $"new AwsHost({Text(host.Variant)}, {Text(host.Partition)}, {Text(host.Label)})";

    private string Protocol() => service.Protocol switch
    {
        "ec2" => "Ec2Query",
        "query" => "Query",
        "json" => "Json",
        "rest-xml" => "RestXml",
        _ => "RestJson",
    };

    private void Interface()
    {
        if (_pages) code.Line($"Model.I{service.PaginatorFactory} Paginators {{ get; }}");
        foreach (var o in service.Operations) code.Line($"{Signature(o)};");
    }

    private static string Signature(OperationFacts operation) =>
        $"Task<Model.{operation.Name}Response> {operation.Name}Async("
        + $"Model.{operation.Name}Request request, CancellationToken cancellationToken = default)";

    private void Client()
    {
        Constructors();
        var factory = "Model." + service.PaginatorFactory;
        if (_pages) code.Line($"public Model.I{service.PaginatorFactory} Paginators => field ??= new {factory}(this);");
        code.Line("private protected override AmazonServiceException Refuse(AwsRefusal refusal) =>");
        code.Line($"    new {_amazon}Exception(");
        code.Line("        refusal.Message, refusal.Inner, refusal.Type, refusal.Code, refusal.RequestId, refusal.Status);");
        foreach (var o in service.Operations) Operation(o);
        code.Line($"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {_amazon}Config();");
        code.Line("static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) =>");
        code.Line($"    new {_amazon}Client(credentials, ({_amazon}Config)config);");
    }

    private void Constructors()
    {
        var region = $"new {_amazon}Config {{ RegionEndpoint = region }}";
        code.Line($"public {_amazon}Client() : base(null, new {_amazon}Config()) {{ }}");
        code.Line($"public {_amazon}Client(RegionEndpoint region) : base(null, {region}) {{ }}");
        code.Line($"public {_amazon}Client({_amazon}Config config) : base(null, config) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials) : base(credentials, new {_amazon}Config()) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials, RegionEndpoint region) : base(credentials, {region}) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials, {_amazon}Config clientConfig)");
        code.Line("    : base(credentials, clientConfig) { }");
    }

    private void Operation(OperationFacts operation)
    {
        var members = service.Types.First(t => t.Name == operation.Output).Members.Select(m => Text(m.Wire.Split('/')[0]));
        var place = $"{Text(operation.Method)}, {Text(operation.Path)}";
        code.Line($"private static readonly AwsOperation {operation.Name}Operation = new(");
        code.Line($"    {_amazon}Config.Service, {Text(operation.Name)}, {place}, [{string.Join(", ", members)}]);");
        code.Line($"public virtual {Signature(operation)} =>");
        code.Line($"    InvokeAsync({operation.Name}Operation, request, Model.{operation.Name}Response.Read, cancellationToken);");
    }

    private void Exception()
    {
        var rest = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
        var names = "errorType, errorCode, requestId, statusCode";
        code.Line($"public {_amazon}Exception(string message) : base(message) {{ }}");
        code.Line($"public {_amazon}Exception(string message, Exception innerException) : base(message, innerException) {{ }}");
        code.Line($"public {_amazon}Exception(string message, {rest}) : base(message, {names}) {{ }}");
        code.Line($"public {_amazon}Exception(string message, Exception innerException, {rest})");
        code.Line($"    : base(message, innerException, {names}) {{ }}");
    }

    private static string Text(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
