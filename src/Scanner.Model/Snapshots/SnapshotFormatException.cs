namespace Scanner.Model.Snapshots;

/// <summary>A snapshot that cannot be read: which file, which line, what is wrong with it.</summary>
public sealed class SnapshotFormatException(string file, int line, string problem, Exception? inner = null)
    : Exception($"{file}:{line}: {problem}", inner);
