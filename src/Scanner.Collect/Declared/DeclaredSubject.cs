namespace Scanner.Collect.Declared;

/// <summary>What files are about, where they leave it to whoever applies them.</summary>
/// <param name="Cluster">A ParallelCluster's name, or an EKS cluster's name or ARN; null for the target's name.</param>
public sealed record DeclaredSubject(string? Cluster)
{
    /// <summary>The namespace of objects that name none; null for <c>default</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>What the Helm release of Workbench's chart is called; null for <c>rstudio-workbench</c>.</summary>
    public string? Release { get; init; }

    /// <summary>The version of Workbench's chart; null where nobody says.</summary>
    public string? ChartVersion { get; init; }

    /// <summary>The same, with what another one knows where this one does not.</summary>
    public DeclaredSubject Or(DeclaredSubject other) => new(Cluster ?? other.Cluster) { Namespace = Namespace ?? other.Namespace, Release = Release ?? other.Release, ChartVersion = ChartVersion ?? other.ChartVersion };
}
