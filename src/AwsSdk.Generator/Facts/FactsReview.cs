using System.Collections.Generic;
using System.Linq;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>Finds facts that parse and still cannot become a client, so that the build names their line, not generated code.</summary>
internal sealed class FactsReview
{
    private static readonly HashSet<string> Protocols = ["ec2", "query", "json", "rest", "rest-xml"];
    private readonly ServiceFacts _service;
    private readonly Dictionary<string, TypeFacts> _types = [];
    private readonly HashSet<string> _enums = [];
    private readonly List<FactsError> _errors = [];

    private FactsReview(ServiceFacts service) => _service = service;

    public static IReadOnlyList<FactsError> Of(ServiceFacts service)
    {
        var review = new FactsReview(service);
        review.Service();
        review.Names();
        foreach (var type in service.Types) review.Type(type);
        foreach (var operation in service.Operations) review.Operation(operation);
        return review._errors;
    }

    private bool IsRest => _service.Protocol is "rest" or "rest-xml";

    private void Service()
    {
        string[] needed = [_service.Namespace, _service.Name, _service.Id, _service.Endpoint, _service.Version];
        if (needed.Any(part => part.Length == 0)) Add(_service.Line, "A service line needs namespace, name, id, endpoint and version");
        if (!Protocols.Contains(_service.Protocol)) Add(_service.Line, $"'{_service.Protocol}' is not a protocol: ec2, query, json, rest, rest-xml");
        if (_service.Protocol == "json" && _service.Target.Length == 0) Add(_service.Line, "The json protocol needs a target");
    }

    private void Names()
    {
        foreach (var type in _service.Types)
        {
            if (_types.ContainsKey(type.Name)) Add(type.Line, $"Type {type.Name} is there twice");
            _types[type.Name] = type;
        }
        foreach (var e in _service.Enums)
            if (!_enums.Add(e.Name)) Add(e.Line, $"Enum {e.Name} is there twice");
        foreach (var twice in _service.Operations.GroupBy(o => o.Name).Where(g => g.Count() > 1))
            Add(twice.Last().Line, $"Operation {twice.Key} is there twice");
    }

    private void Type(TypeFacts type)
    {
        var seen = new HashSet<string>();
        foreach (var member in type.Members)
        {
            if (!seen.Add(member.Name)) Add(member.Line, $"{type.Name}.{member.Name} is there twice");
            if (member.Name == type.Name) Add(member.Line, $"{type.Name}.{member.Name} bears its type's name, which C# does not allow");
            Leaf(member);
            Place(member);
        }
    }

    private void Leaf(MemberFacts member)
    {
        var leaf = member.Type.Leaf;
        if (leaf.Kind == TypeKind.Structure && !_types.ContainsKey(leaf.Name)) Add(member.Line, $"There is no type {leaf.Name}");
        if (leaf.Kind == TypeKind.Enum && !_enums.Contains(leaf.Name)) Add(member.Line, $"There is no enum {leaf.Name}");
    }

    private void Place(MemberFacts member)
    {
        var isKnown = member.Place is "" or "label" || (member.Place is "query" or "header" && member.PlaceName.Length > 0);
        if (!isKnown) Add(member.Line, $"'in={member.Place}' is not in=label, in=query:name or in=header:name");
        if (member.Place.Length > 0 && !IsRest) Add(member.Line, "Only the rest protocols have in=");
    }

    private void Operation(OperationFacts operation)
    {
        if (!_types.TryGetValue(operation.Input, out var input)) Add(operation.Line, $"There is no type {operation.Input}");
        if (!_types.TryGetValue(operation.Output, out var output)) Add(operation.Line, $"There is no type {operation.Output}");
        if (input is null || output is null) return;
        if (IsRest && input.Members.Any(m => m.Place.Length == 0))
            Add(operation.Line, "A read in a rest protocol sends no body: every member needs in=");
        if (!operation.IsPaged) return;
        Needs(operation, input, operation.InputToken, TypeKind.Text);
        Needs(operation, output, operation.OutputToken, TypeKind.Text);
        if (operation.ResultKey is { } key) Needs(operation, output, key, TypeKind.List);
    }

    private void Needs(OperationFacts operation, TypeFacts type, string member, TypeKind kind)
    {
        if (!type.Members.Any(m => m.Name == member && m.Type.Kind == kind))
            Add(operation.Line, $"{type.Name} has no {kind.ToString().ToLowerInvariant()} member {member} to page by");
    }

    private void Add(int line, string message) => _errors.Add(new(line, message));
}
