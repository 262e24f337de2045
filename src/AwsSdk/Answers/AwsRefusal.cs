using System.Net;
using Amazon.Runtime;

namespace Scanner.AwsSdk;

/// <summary>What an answer that is not a success says; each client turns it into its own exception type.</summary>
internal sealed record AwsRefusal(string Message, Exception? Inner, ErrorType Type, string? Code, string? RequestId, HttpStatusCode Status);
