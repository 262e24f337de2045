namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>One operation: its shapes, its place on the wire and, if it is paged, the members that carry the page.</summary>
internal sealed class OperationFacts(int line, string name, string input, string output, string method, string path, string[] page)
{
    public int Line => line;
    public string Name => name;
    public string Input => input;
    public string Output => output;
    public string Method => method;
    public string Path => path;
    public bool IsPaged => page.Length > 0;
    public string InputToken => page[0];
    public string OutputToken => page[1];

    /// <summary>The list that the paginator enumerates, where the official paginator has one.</summary>
    public string? ResultKey => page.Length > 2 ? page[2] : null;
}
