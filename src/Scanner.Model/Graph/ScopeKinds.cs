using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Which kinds can be seen from where: a cluster's API shows no load balancers, and AWS shows no pods.</summary>
internal static class ScopeKinds
{
    /// <summary>Whether a scope of that name can show the kind at all; one of an unknown sort may.</summary>
    public static bool Shows(string scope, Type kind) => ScopeName.IsKubernetes(scope)
        ? kind.IsSubclassOf(typeof(KubernetesResource)) || kind == typeof(Cluster) || kind == typeof(NodeGroup)
        : !ScopeName.IsAws(scope) || !kind.IsSubclassOf(typeof(KubernetesResource));

    /// <summary>No scope that was looked at can show the kind.</summary>
    public static Gap OutOfView(Type kind, IReadOnlyList<string> scopes) => kind.IsSubclassOf(typeof(KubernetesResource))
        ? Gap(kind, scopes, "a cluster's own API shows it, and no cluster was looked at", "scan the cluster too: --eks NAME or --kube-context NAME")
        : Gap(kind, scopes, "AWS shows it, and no account was looked at", "scan the cluster's account and region too: --aws-region REGION");

    private static Gap Gap(Type kind, IReadOnlyList<string> scopes, string detail, string remedy) =>
        new(string.Join(" ", scopes), kind.Name, kind.Name, GapCause.NotAsked, detail, new(RemedyKind.Flag, remedy));
}
