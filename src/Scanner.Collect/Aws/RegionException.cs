namespace Scanner.Collect.Aws;

/// <summary>It cannot be told in which account or region to look; nothing is collected.</summary>
public sealed class RegionException(string message) : Exception(message);
