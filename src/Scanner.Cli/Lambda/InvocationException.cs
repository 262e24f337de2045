namespace Scanner.Cli.Lambda;

/// <summary>An invocation that ends as an error, so that alarms, retries and the dead-letter queue see it.</summary>
/// <param name="type">What kind of error it is, e.g. <c>Scanner.BadEvent</c>.</param>
/// <param name="message">What is wrong and what to do, on one line.</param>
/// <param name="inner">What made it.</param>
internal sealed class InvocationException(string type, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Type => type;
}
