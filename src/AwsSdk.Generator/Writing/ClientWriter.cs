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
        code.Line($"internal static readonly AwsService Service = new({Text(service.Id)}, {Text(service.Endpoint)}, {Text(service.Version)},");
        code.Line($"    AwsProtocol.{Protocol()}, {Text(service.Target)},");
        code.Line($"    [{string.Join(", ", service.Hosts.Select(Host))}]);");
        code.Line($"public {_amazon}Config() : base(Service) {{ }}");
    }

    private static string Host(HostFacts host) => $"new AwsHost({Text(host.Variant)}, {Text(host.Partition)}, {Text(host.Label)})";

    private string Protocol() => service.Protocol switch { "ec2" => "Ec2Query", "query" => "Query", "json" => "Json", _ => "RestJson" };

    private void Interface()
    {
        if (_pages) code.Line($"Model.I{service.Name}PaginatorFactory Paginators {{ get; }}");
        foreach (var o in service.Operations) code.Line($"{Signature(o, " = default")};");
    }

    private static string Signature(OperationFacts operation, string token) =>
        $"Task<Model.{operation.Name}Response> {operation.Name}Async(Model.{operation.Name}Request request, CancellationToken cancellationToken{token})";

    private void Client()
    {
        Constructors();
        if (_pages) code.Line($"public Model.I{service.Name}PaginatorFactory Paginators => field ??= new Model.{service.Name}PaginatorFactory(this);");
        code.Line("private protected override AmazonServiceException Refuse(AwsRefusal refusal) =>");
        code.Line($"    new {_amazon}Exception(refusal.Message, refusal.Inner, refusal.Type, refusal.Code, refusal.RequestId, refusal.Status);");
        foreach (var o in service.Operations) Operation(o);
        code.Line($"public static ClientConfig CreateDefaultClientConfig() => new {_amazon}Config();");
        code.Line("public static IAmazonService CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>");
        code.Line($"    new {_amazon}Client(awsCredentials, ({_amazon}Config)clientConfig);");
    }

    private void Constructors()
    {
        var region = $"new {_amazon}Config {{ RegionEndpoint = region }}";
        code.Line($"public {_amazon}Client() : base(null, new {_amazon}Config()) {{ }}");
        code.Line($"public {_amazon}Client(RegionEndpoint region) : base(null, {region}) {{ }}");
        code.Line($"public {_amazon}Client({_amazon}Config config) : base(null, config) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials) : base(credentials, new {_amazon}Config()) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials, RegionEndpoint region) : base(credentials, {region}) {{ }}");
        code.Line($"public {_amazon}Client(AWSCredentials credentials, {_amazon}Config clientConfig) : base(credentials, clientConfig) {{ }}");
    }

    private void Operation(OperationFacts operation)
    {
        var members = service.Types.First(t => t.Name == operation.Output).Members.Select(m => Text(m.Wire.Split('/')[0]));
        code.Line($"private static readonly AwsOperation {operation.Name}Operation = new({_amazon}Config.Service, {Text(operation.Name)},");
        code.Line($"    {Text(operation.Method)}, {Text(operation.Path)}, [{string.Join(", ", members)}]);");
        code.Line($"public virtual {Signature(operation, " = default")} =>");
        code.Line($"    InvokeAsync({operation.Name}Operation, request, Model.{operation.Name}Response.Read, cancellationToken);");
    }

    private void Exception()
    {
        var rest = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
        var names = "errorType, errorCode, requestId, statusCode";
        code.Line($"public {_amazon}Exception(string message) : base(message) {{ }}");
        code.Line($"public {_amazon}Exception(string message, Exception innerException) : base(message, innerException) {{ }}");
        code.Line($"public {_amazon}Exception(string message, {rest}) : base(message, {names}) {{ }}");
        code.Line($"public {_amazon}Exception(string message, Exception innerException, {rest}) : base(message, innerException, {names}) {{ }}");
    }

    private static string Text(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
