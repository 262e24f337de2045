using System.Collections.Generic;
using System.Linq;
using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>Writes the structures: their properties, how they are read from an answer and how they are sent.</summary>
internal sealed class TypeWriter(ServiceFacts service, CodeText code)
{
    private readonly Dictionary<string, TypeFacts> _types = service.Types.ToDictionary(t => t.Name);

    public void Write()
    {
        var inputs = service.Operations.ToLookup(o => o.Input, o => o.Name);
        var outputs = service.Operations.ToLookup(o => o.Output, o => o.Name);
        var read = Reachable(service.Operations.Select(o => o.Output));
        var sent = Reachable(service.Operations.Select(o => o.Input));
        foreach (var type in service.Types)
        {
            foreach (var name in inputs[type.Name]) Request(name, type);
            foreach (var name in outputs[type.Name]) Response(name, type);
            if (inputs.Contains(type.Name) || outputs.Contains(type.Name)) continue;
            Structure(type, read.Contains(type.Name), sent.Contains(type.Name));
        }
    }

    private HashSet<string> Reachable(IEnumerable<string> roots)
    {
        var seen = new HashSet<string>();
        var todo = new Stack<string>(roots);
        while (todo.Count > 0)
        {
            if (!_types.TryGetValue(todo.Pop(), out var type) || !seen.Add(type.Name)) continue;
            foreach (var member in type.Members) todo.Push(member.Type.Leaf.Name);
        }
        return seen;
    }

    private void Request(string operation, TypeFacts type) =>
        code.Block($"public partial class {operation}Request : Amazon{service.Name}Request, IAwsInput", () =>
        {
            Properties(type);
            Send(type);
        });

    private void Response(string operation, TypeFacts type) =>
        code.Block($"public partial class {operation}Response : AmazonWebServiceResponse", () =>
        {
            Properties(type);
            Read($"{operation}Response", type);
        });

    private void Structure(TypeFacts type, bool isRead, bool isSent) =>
        code.Block($"public partial class {type.Name}{(isSent ? " : IAwsInput" : "")}", () =>
        {
            Properties(type);
            if (isRead) Read(type.Name, type);
            if (isSent) Send(type);
        });

    private void Properties(TypeFacts type)
    {
        foreach (var member in type.Members) code.Line($"public {CSharpType.Of(service, member.Type)} {member.Name} {{ get; set; }}");
    }

    private void Read(string name, TypeFacts type) => code.Block($"internal static {name} Read(AwsValue value) => new()", () =>
    {
        foreach (var member in type.Members) code.Line($"{member.Name} = {ReadExpression.Of(member)},");
    }, "};");

    private void Send(TypeFacts type) => code.Block("void IAwsInput.Send(IAwsWriter writer)", () =>
    {
        foreach (var member in type.Members) code.Line(SendStatement.Of(service.Protocol, member));
    });
}
