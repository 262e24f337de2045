using Scanner.Collect.Aws;
using Scanner.Collect.Aws.Collectors;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>Opens an EKS cluster by its name. Where AWS does not say where it is, the cluster is part of the scan, and all of it is that gap.</summary>
internal static class EksEntrance
{
    private static readonly Uri s_nowhere = new("https://nowhere.invalid/");

    public static async Task<KubernetesScope> Open(string cluster, AwsScope scope, ApiCalls calls, CancellationToken cancellationToken)
    {
        var described = await EksClusterCollector.Describe(cluster, scope, cancellationToken);
        var access = described.Map(c => EksAccess.Of(c, scope.Clients.Credentials));
        return access.Gap is { } gap
            ? await KubernetesScope.Open(new($"{scope.Account}/{scope.Region}/{cluster}", s_nowhere), calls, cancellationToken, Helpful(gap, scope))
            : await KubernetesScope.Open(access.Value, calls, cancellationToken);
    }

    /// <summary>Asking again does not help against a name that is not there.</summary>
    private static Gap Helpful(Gap gap, AwsScope scope) => gap.Detail.StartsWith("ResourceNotFoundException", StringComparison.Ordinal)
        ? gap with { Remedy = new(RemedyKind.Flag, $"name an EKS cluster that is in {scope.Account} {scope.Region} (aws eks list-clusters)") }
        : gap;
}
