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
        code.Block($"public interface I{service.PaginatorFactory}", () =>
        {
            foreach (var o in _paged) code.Line($"I{o.Name}Paginator {o.Name}({o.Name}Request request);");
        });
        code.Block($"public partial class {service.PaginatorFactory} : I{service.PaginatorFactory}", Factory);
        foreach (var operation in _paged)
        {
            Interface(operation);
            Paginator(operation);
        }
    }

    private void Factory()
    {
        code.Line($"private readonly IAmazon{service.Name} _client;");
        code.Line($"internal {service.PaginatorFactory}(IAmazon{service.Name} client) => _client = client;");
        foreach (var o in _paged)
            code.Line($"public I{o.Name}Paginator {o.Name}({o.Name}Request request) => new {o.Name}Paginator(_client, request);");
    }

    private void Interface(OperationFacts operation) => code.Block($"public interface I{operation.Name}Paginator", () =>
    {
        code.Line($"IPaginatedEnumerable<{operation.Name}Response> Responses {{ get; }}");
        if (operation.ResultKey is { } key) code.Line($"IPaginatedEnumerable<{Item(operation)}> {key} {{ get; }}");
    });

    private void Paginator(OperationFacts operation)
    {
        var (name, response) = (operation.Name, operation.Name + "Response");
        code.Line($"internal sealed class {name}Paginator(IAmazon{service.Name} client, {name}Request request)");
        code.Block($"    : AwsPaginator<{response}>, I{name}Paginator", () =>
        {
            if (operation.ResultKey is { } key)
                code.Line($"public IPaginatedEnumerable<{Item(operation)}> {key} => Items(static response => response.{key});");
            code.Line($"private protected override string OperationName => \"{name}\";");
            code.Line($"private protected override string FirstToken => request.{operation.InputToken};");
            code.Line($"private protected override string NextToken({response} response) => response.{operation.OutputToken};");
            code.Block($"private protected override Task<{response}> AskAsync(string token, CancellationToken cancellationToken)", () =>
            {
                code.Line($"request.{operation.InputToken} = token;");
                code.Line($"return client.{name}Async(request, cancellationToken);");
            });
        });
    }

    private string Item(OperationFacts operation) => CSharpType.OfElement(
        service.Types.First(t => t.Name == operation.Output).Members.First(m => m.Name == operation.ResultKey).Type.Element!);
}
