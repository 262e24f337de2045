using System.Globalization;
using System.Text;

namespace Scanner.Collect.Kubernetes;

/// <summary>The least that a scan needs in a cluster, as manifests: a service account, a role that lists and gets, and their binding.</summary>
public static class KubernetesPermissions
{
    private const string Heading = """
        # What a scan of this cluster asks for: lists of what it judges, and one namespace's uid, which identifies the cluster.
        # It is a ClusterRole because Workbench, its sessions and the controllers in front of it need not share a namespace, and nodes,
        # volumes and storage classes lie in none. Nothing here writes, and Secrets are not among it. /version, /api and /apis need no
        # rule: Kubernetes lets every authenticated user read them (system:discovery).
        # Each rule can be left out: what rests on it is then unknown, and the report names it.

        """;

    /// <param name="space">The namespace of the service account.</param>
    /// <param name="wanted">What the chosen rules need, e.g. <c>list pods</c>; null for all that a scan may ask.</param>
    public static string Yaml(string space, IReadOnlySet<string>? wanted = null)
    {
        var text = new StringBuilder(Heading.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: scanner\n  namespace: {space}\n---\n");
        text.Append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: scanner\nrules:\n");
        Rule(text, "", ["namespaces"], "get", "kube-system");
        foreach (var group in Of(wanted).GroupBy(r => r.Group, StringComparer.Ordinal)) Rule(text, group.Key, group.Select(r => r.Plural), "list");
        text.Append("---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: scanner\n");
        text.Append("roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: scanner\n");
        return text.Append(CultureInfo.InvariantCulture, $"subjects:\n  - kind: ServiceAccount\n    name: scanner\n    namespace: {space}\n").ToString();
    }

    /// <summary>What is listed for the chosen rules.</summary>
    internal static IEnumerable<ApiResource> Of(IReadOnlySet<string>? wanted) => Resources.Where(r => wanted is null || wanted.Contains($"list {r.Name}"));

    /// <summary>What all collectors list, sorted.</summary>
    internal static IReadOnlyList<ApiResource> Resources =>
    [
        .. KubernetesCollectors.All.SelectMany(c => c.Resources).DistinctBy(r => r.Name, StringComparer.Ordinal)
            .OrderBy(r => r.Group, StringComparer.Ordinal).ThenBy(r => r.Plural, StringComparer.Ordinal),
    ];

    private static void Rule(StringBuilder text, string group, IEnumerable<string> resources, string verb, string? name = null)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - apiGroups: [\"{group}\"]\n    resources: [{string.Join(", ", resources)}]\n");
        if (name is not null) text.Append(CultureInfo.InvariantCulture, $"    resourceNames: [{name}]\n");
        text.Append(CultureInfo.InvariantCulture, $"    verbs: [{verb}]\n");
    }
}
