namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>What is wrong with one line of an <c>.awsapi</c> file.</summary>
internal sealed class FactsError(int line, string message)
{
    public int Line => line;
    public string Message => message;
}
