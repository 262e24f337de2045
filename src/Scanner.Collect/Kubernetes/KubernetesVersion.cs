using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>Versions of Kubernetes, as servers and nodes write them.</summary>
internal static class KubernetesVersion
{
    /// <summary>Null where it is no version. What a vendor puts behind a release (<c>v1.33.1-eks-1a2b3c4</c>) makes no pre-release of it.</summary>
    public static SemanticVersion? Parse(string text) => SemanticVersion.Parse(text) is not { } version ? null
        : version.PreRelease.StartsWith("alpha", StringComparison.Ordinal) || version.PreRelease.StartsWith("beta", StringComparison.Ordinal) || version.PreRelease.StartsWith("rc", StringComparison.Ordinal)
            ? version : version with { PreRelease = "" };
}
