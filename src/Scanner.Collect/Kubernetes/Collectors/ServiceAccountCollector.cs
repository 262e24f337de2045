using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Service accounts of all namespaces; their tokens are secrets of their own, and not read.</summary>
internal sealed class ServiceAccountCollector : IKubernetesCollector
{
    private static readonly ApiResource s_accounts = new("", ["v1"], "serviceaccounts");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_accounts, account => Map(account, scope), sink, cancellationToken);

    private static ServiceAccount Map(Answer<ObjectField> account, KubernetesScope scope)
    {
        var name = account.NamedBy();
        return new()
        {
            Id = scope.Identity<ServiceAccount>(name),
            Key = name is null ? "" : ObjectIds.Key<ServiceAccount>(name),
            Name = account.Name(),
            Namespace = account.Namespace(),
            RoleArn = account.Annotations().Map(a => a["eks.amazonaws.com/role-arn"] is { Length: > 0 } role ? role : null),
        };
    }
}
