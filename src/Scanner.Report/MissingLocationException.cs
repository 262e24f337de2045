namespace Scanner.Report;

/// <summary>GitHub code scanning shows only what has a place in a file, and a finding has none.</summary>
public sealed class MissingLocationException(string finding)
    : Exception($"{finding} has no place in a file, and GitHub code scanning rejects results without one: " +
        "name the target in a committed scanner.yaml, or give the file that declares it (ParallelCluster YAML, Helm values) " +
        "or a committed snapshot as input");
