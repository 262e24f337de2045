namespace Scanner.Model;

/// <summary>Where a fact was seen. The order is the trust order: an earlier plane wins over a later one.</summary>
public enum Plane
{
    /// <summary>A file with a change that is not made yet, laid over everything else to see what it would do.</summary>
    Preview,

    /// <summary>The node facts file, written on the host itself.</summary>
    Probe,

    /// <summary>The AWS or Kubernetes API.</summary>
    Live,

    /// <summary>A declaration that the provider itself keeps, such as ParallelCluster's configuration in its S3 bucket.</summary>
    LiveDeclared,

    /// <summary>A file the user handed over.</summary>
    Declared,

    /// <summary>A parameter or attestation of the user.</summary>
    Parameter,
}
