namespace Scanner.Cli.CodeScanning;

/// <summary>GitHub takes no findings for this repository with this token, whatever is in the file: a fork's token, no right, no licence.</summary>
internal sealed class UploadRefusedException(string message) : Exception(message);
