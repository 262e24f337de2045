namespace Scanner.AwsSdk;

/// <summary>What is wrong with an answer; it leaves the client as an <c>AmazonUnmarshallingException</c>.</summary>
internal sealed class AwsAnswerException(string message) : Exception(message);
