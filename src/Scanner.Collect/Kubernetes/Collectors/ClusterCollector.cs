using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>The cluster itself. It is observed even where it could not be entered: that the user named it is why it is there.</summary>
internal sealed class ClusterCollector : IKubernetesCollector
{
    public IReadOnlyList<ApiResource> Resources => []; // the version and the groups are open to everybody; the namespace is in the role by name

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        sink.Cover<Cluster>(scope.Name, scope.About.Evidence.Action, null);
        sink.Observe(scope.Groups.Evidence, new Cluster
        {
            Id = scope.ClusterId(),
            Key = Key(scope),
            Name = scope.Groups.Optional(_ => (string?)scope.Access.Name),
            Kind = scope.Groups.Map(_ => ClusterKind.Kubernetes),
            Endpoint = Endpoint(scope),
        });
        sink.Observe(scope.System.Evidence, new Cluster { Id = scope.ClusterId(), Key = Key(scope), Uid = scope.Uid });
        sink.Observe(scope.About.Evidence, new Cluster
        {
            Id = scope.ClusterId(),
            Key = Key(scope),
            Version = scope.About.Field(v => SemanticVersion.OfKubernetes(v.Text("gitVersion") ?? ""), "gitVersion"),
            IsEksBuild = scope.About.Truth(v => v.Text("gitVersion")?.Contains("-eks-", StringComparison.Ordinal), "gitVersion"),
        });
        return Task.CompletedTask;
    }

    /// <summary>The ARN of an EKS cluster, else the uid of kube-system: they stay when a context is renamed, or another one leads here.</summary>
    private static string Key(KubernetesScope scope) =>
        scope.Access.EksArn ?? (scope.Uid.IsKnown ? $"{nameof(Cluster)}/{scope.Uid.Value}" : scope.ClusterId());

    /// <summary>The address without a name and password, which it may carry.</summary>
    private static Fact<string?> Endpoint(KubernetesScope scope)
    {
        if (!scope.Access.IsInCluster) return scope.Groups.Optional(_ => (string?)Address(scope.Access.Server));
        return new(scope.Groups.Gap ?? new Gap(scope.Name, nameof(Cluster), "endpoint", GapCause.Hidden,
            "from inside, the cluster is seen at an address that means nothing elsewhere", new(RemedyKind.Flag, "name the cluster: --eks NAME or --kube-context NAME")));
    }

    private static string Address(Uri server) => server.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
