using System.Collections;

namespace Scanner.AwsSdk;

/// <summary>Form parameters of the two query protocols: <c>Filter.1.Value.2=x</c>.</summary>
internal sealed class QueryWriter(IDictionary<string, string> parameters, string prefix = "") : IAwsWriter
{
    public void Add(string name, object? value, string? item)
    {
        switch (value)
        {
            case null: break;
            case IAwsInput input: input.Send(new QueryWriter(parameters, $"{prefix}{name}.")); break;
            case IEnumerable list and not string: AddEach(item is null ? name : $"{name}.{item}", list); break;
            default: parameters[prefix + name] = SentText.Of(value); break;
        }
    }

    private void AddEach(string name, IEnumerable list)
    {
        var index = 0;
        foreach (var entry in list) Add($"{name}.{++index}", entry, null);
    }

    public void Label(string name, object? value) => throw new NotSupportedException(name);
    public void Query(string name, object? value) => throw new NotSupportedException(name);
    public void Header(string name, object? value) => throw new NotSupportedException(name);
}
