namespace Scanner.Report.Baselines;

/// <summary>A baseline, or a report that one is to be made of, cannot be read: which file, where, what is wrong.</summary>
public sealed class BaselineFormatException(string place, string problem, Exception? inner = null) : Exception($"{place}: {problem}", inner);
