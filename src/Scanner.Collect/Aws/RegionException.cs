namespace Scanner.Collect.Aws;

/// <summary>It cannot be told which regions to look at; nothing is collected.</summary>
public sealed class RegionException(string message) : Exception(message);
