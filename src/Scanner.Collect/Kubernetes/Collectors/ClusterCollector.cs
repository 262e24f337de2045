using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>The cluster itself. It is observed even where it could not be entered: that the user named it is why it is there.</summary>
internal sealed class ClusterCollector : IKubernetesCollector
{
    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        sink.Cover<Cluster>(scope.Name, scope.About.Evidence.Action, null);
        sink.Observe(scope.Groups.Evidence, new Cluster
        {
            Id = scope.ClusterId(),
            Key = scope.ClusterId(),
            Name = scope.Groups.Optional(_ => (string?)scope.Access.Name),
            Kind = scope.Groups.Map(_ => ClusterKind.Kubernetes),
            Endpoint = Endpoint(scope),
        });
        sink.Observe(scope.About.Evidence, new Cluster
        {
            Id = scope.ClusterId(),
            Key = scope.ClusterId(),
            Version = scope.About.Field(v => KubernetesVersion.Of(v.Text("gitVersion")), "gitVersion"),
            IsEksBuild = scope.About.Truth(v => v.Text("gitVersion")?.Contains("-eks-", StringComparison.Ordinal), "gitVersion"),
        });
        return Task.CompletedTask;
    }

    /// <summary>The address without a name and password, which it may carry.</summary>
    private static Fact<string?> Endpoint(KubernetesScope scope)
    {
        if (!scope.Access.IsInCluster) return scope.Groups.Optional(_ => (string?)Address(scope.Access.Server));
        return new(scope.Groups.Gap ?? new Gap(scope.Name, nameof(Cluster), "endpoint", GapCause.Hidden,
            "from inside, the cluster is seen at an address that means nothing elsewhere", new(RemedyKind.Flag, "name the cluster: --eks NAME or --kube-context NAME")));
    }

    private static string Address(Uri server) => server.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
