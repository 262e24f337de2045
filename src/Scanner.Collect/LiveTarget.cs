using Scanner.Collect.Aws;
using Scanner.Collect.Declared;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Collect;

/// <summary>A deployment to look at: an AWS account, Kubernetes clusters, or both.</summary>
/// <param name="Name">Its name in scanner.yaml, or one made from the flags.</param>
public sealed record LiveTarget(string Name)
{
    /// <summary>Null where AWS is not asked.</summary>
    public AwsTarget? Aws { get; init; }

    public IReadOnlyList<KubernetesTarget> Clusters { get; init; } = [];

    /// <summary>Files that declare it.</summary>
    public IReadOnlyList<DeclaredSource> Declared { get; init; } = [];

    /// <summary>What the files are about; what is not said is told from what is there.</summary>
    public DeclaredSubject Subject { get; init; } = new(null as string);

    /// <summary>Whether anything live is looked at.</summary>
    public bool IsLive => Aws is not null || Clusters.Count > 0;

    /// <summary>Whether a snapshot keeps everything that was seen, even what can matter to no cluster.</summary>
    public bool KeepAll { get; init; }

    /// <summary>Where scanner.yaml names it; null where flags did.</summary>
    public SourceLocation? Location { get; init; }
}
