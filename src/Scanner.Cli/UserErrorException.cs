namespace Scanner.Cli;

/// <summary>Something the user gave cannot be used; the message says what, where, and what to do. Exit code 2.</summary>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
