using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Scanner.AwsSdk;

/// <summary>Path, query string and headers of a read in the REST protocol, which has no body.</summary>
internal sealed class RestWriter(DefaultRequest request, AwsOperation operation) : IAwsWriter
{
    public void Label(string name, object? value)
    {
        if (value is not string { Length: > 0 } text) throw new AmazonClientException($"{operation.Name} needs {name}");
        request.AddPathResource($"{{{name}}}", text);
    }

    public void Query(string name, object? value)
    {
        if (value is IEnumerable<string> list) request.ParameterCollection.Add(name, [.. list]);
        else if (value is not null) request.ParameterCollection.Add(name, SentText.Of(value));
    }

    public void Header(string name, object? value)
    {
        if (value is not null) request.Headers[name] = SentText.Of(value);
    }

    public void Add(string name, object? value, string? item) => throw new NotSupportedException(name);
}
