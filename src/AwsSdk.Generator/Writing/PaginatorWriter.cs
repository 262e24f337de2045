using System.Linq;
using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>Writes the paginators and the factory that hands them out.</summary>
internal sealed class PaginatorWriter(ServiceFacts service, CodeText code)
{
    private readonly OperationFacts[] _paged = [.. service.Operations.Where(o => o.IsPaged)];

    public void Write()
    {
        if (_paged.Length == 0) return;
        code.Block($"public interface I{service.Name}PaginatorFactory", () =>
        {
            foreach (var o in _paged) code.Line($"I{o.Name}Paginator {o.Name}({o.Name}Request request);");
        });
        code.Block($"public partial class {service.Name}PaginatorFactory : I{service.Name}PaginatorFactory", Factory);
        foreach (var operation in _paged)
        {
            Interface(operation);
            Paginator(operation);
        }
    }

    private void Factory()
    {
        code.Line($"private readonly IAmazon{service.Name} _client;");
        code.Line($"internal {service.Name}PaginatorFactory(IAmazon{service.Name} client) => _client = client;");
        foreach (var o in _paged) code.Line($"public I{o.Name}Paginator {o.Name}({o.Name}Request request) => new {o.Name}Paginator(_client, request);");
    }

    private void Interface(OperationFacts operation) => code.Block($"public interface I{operation.Name}Paginator", () =>
    {
        code.Line($"IPaginatedEnumerable<{operation.Name}Response> Responses {{ get; }}");
        if (operation.ResultKey is { } key) code.Line($"IPaginatedEnumerable<{Item(operation)}> {key} {{ get; }}");
    });

    private void Paginator(OperationFacts operation) => code.Block(
        $"internal sealed class {operation.Name}Paginator(IAmazon{service.Name} client, {operation.Name}Request request) : AwsPaginator<{operation.Name}Response>, I{operation.Name}Paginator",
        () =>
        {
            if (operation.ResultKey is { } key)
                code.Line($"public IPaginatedEnumerable<{Item(operation)}> {key} => Items(static response => response.{key});");
            code.Line($"private protected override string OperationName => \"{operation.Name}\";");
            code.Line($"private protected override string FirstToken => request.{operation.InputToken};");
            code.Line($"private protected override string NextToken({operation.Name}Response response) => response.{operation.OutputToken};");
            code.Block($"private protected override Task<{operation.Name}Response> AskAsync(string token, CancellationToken cancellationToken)", () =>
            {
                code.Line($"request.{operation.InputToken} = token;");
                code.Line($"return client.{operation.Name}Async(request, cancellationToken);");
            });
        });

    private string Item(OperationFacts operation) => CSharpType.OfElement(
        service.Types.First(t => t.Name == operation.Output).Members.First(m => m.Name == operation.ResultKey).Type.Element!);
}
