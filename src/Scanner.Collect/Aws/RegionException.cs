namespace Scanner.Collect.Aws;

/// <summary>It cannot be told in which account and region an EKS cluster is; nothing is collected.</summary>
public sealed class RegionException(string message) : Exception(message);
