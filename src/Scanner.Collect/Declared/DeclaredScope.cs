using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What the files of one target are about, and when they were read.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Cluster">The ParallelCluster, or the EKS cluster or its ARN, that the files declare: they do not say it themselves.</param>
/// <param name="At">When.</param>
internal sealed record DeclaredScope(string Target, string Cluster, DateTimeOffset At)
{
    /// <summary>Where objects lie that do not say it: files leave it to whoever applies them.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>What the release of the chart is called.</summary>
    public string ReleaseName { get; init; } = "rstudio-workbench";

    /// <summary>The chart's version; null where the user does not say.</summary>
    public string? ChartVersion { get; init; }

    /// <summary>How facts about AWS resources name where they are from.</summary>
    public string Aws => ScopeName.DeclaredAws(Target);

    /// <summary>How facts about a cluster's objects name where they are from.</summary>
    public string Kubernetes => ScopeName.DeclaredKubernetes(Target);

    /// <summary>What stands behind a fact: the file's line, on the plane of what is declared.</summary>
    /// <param name="scope"><see cref="Aws"/> or <see cref="Kubernetes"/>.</param>
    /// <param name="source">What the file is, as gaps name it, e.g. <c>ParallelCluster configuration</c>.</param>
    /// <param name="place">The line that declares the resource.</param>
    public Evidence Evidence(string scope, string source, SourceLocation place) =>
        new(Plane.Declared, scope, source, At) { Locator = $"{place.File}:{place.Line}:{place.Column}" };
}
