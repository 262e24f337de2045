namespace Scanner.Cli;

/// <summary>Nobody said what to look at; the message says how. Exit code 4.</summary>
internal sealed class NothingToCheckException(string message) : Exception(message);
