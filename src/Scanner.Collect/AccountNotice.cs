using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;

namespace Scanner.Collect;

/// <summary>Says, before anything is collected, where a cluster lies in an account or region that is not looked at, so far as its kubeconfig tells.</summary>
internal static class AccountNotice
{
    /// <summary>Null where all fits, or nothing can be told.</summary>
    public static string? Of(ClusterAccess cluster, IReadOnlyCollection<AwsScope> asked)
    {
        var (trace, known) = (EksTrace.Of(cluster), asked.Where(a => a.Identity is not null).ToList());
        if (known.Count == 0) return null;
        if (trace.Account is { } account && known.All(a => a.Account != account))
            return $"{cluster.Name}: the cluster is in account {account}, and AWS is asked in {List(known.Select(a => a.Account))}, which has none of its nodes: use credentials of {account} (--aws-profile or --assume-role)";
        return trace.Region is { } region && known.All(a => a.Region != region)
            ? $"{cluster.Name}: the cluster is in {region}, and AWS is asked in {List(known.Select(a => a.Region))}, which has none of its nodes: add --aws-region {region}"
            : null;
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
