namespace Scanner.Collect.Aws;

/// <summary>The files of the AWS configuration cannot be used; the message names the place, and quotes nothing of it, because keys may stand there.</summary>
public sealed class AwsConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
