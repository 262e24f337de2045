using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Which kinds can be seen from where: a cluster's API shows no load balancers, and AWS shows no pods.</summary>
internal static class ScopeKinds
{
    /// <summary>Whether a scope of that name can show the kind at all; one of an unknown sort may.</summary>
    public static bool Shows(string scope, Type kind) => IsToldByFiles(kind) ? ScopeName.IsAws(scope) && ScopeName.IsDeclared(scope)
        : ScopeName.IsKubernetes(scope)
        ? kind.IsSubclassOf(typeof(KubernetesResource)) || kind == typeof(Cluster) || kind == typeof(NodeGroup)
        : !ScopeName.IsAws(scope) || !kind.IsSubclassOf(typeof(KubernetesResource));

    /// <summary>No API shows them: only what the user hands over.</summary>
    public static bool IsToldByFiles(Type kind) => kind == typeof(WorkbenchServer) || kind == typeof(Attestation);

    /// <summary>No scope that was looked at can show the kind.</summary>
    public static Gap OutOfView(Type kind, IReadOnlyList<string> scopes) =>
        kind == typeof(WorkbenchServer) ? Gap(kind, scopes, "only a host itself shows it, or its configuration files, and neither was given", new Remedy(RemedyKind.Probe, "every Workbench host"))
        : kind == typeof(Attestation) ? Gap(kind, scopes, "no attestations were given", new Remedy(RemedyKind.Flag, "give the file of attestations"))
        : kind.IsSubclassOf(typeof(KubernetesResource))
        ? Gap(kind, scopes, "a cluster's own API shows it, and no cluster was looked at", "scan the cluster too: --eks NAME or --kube-context NAME")
        : Gap(kind, scopes, "AWS shows it, and no account was looked at", "scan the cluster's account and region too: --aws-region REGION");

    private static Gap Gap(Type kind, IReadOnlyList<string> scopes, string detail, string remedy) => Gap(kind, scopes, detail, new Remedy(RemedyKind.Flag, remedy));

    private static Gap Gap(Type kind, IReadOnlyList<string> scopes, string detail, Remedy remedy) =>
        new(string.Join(" ", scopes), kind.Name, kind.Name, GapCause.NotAsked, detail, remedy);
}
