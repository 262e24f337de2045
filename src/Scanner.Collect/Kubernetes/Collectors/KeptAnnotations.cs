using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>The annotations that a snapshot keeps: those of known names whose values are settings. Of all others nobody knows what people put there.</summary>
internal static partial class KeptAnnotations
{
    // kubernetes.io/change-cause, a command line, is why that prefix alone is none of them
    private static readonly string[] s_names =
    [
        "argocd.argoproj.io/tracking-id", "cluster-autoscaler.kubernetes.io/safe-to-evict", "deployment.kubernetes.io/revision",
        "ingressclass.kubernetes.io/is-default-class", "kubernetes.io/ingress.class", "meta.helm.sh/release-name", "meta.helm.sh/release-namespace",
        "storageclass.beta.kubernetes.io/is-default-class", "storageclass.kubernetes.io/is-default-class",
    ];

    private static readonly string[] s_prefixes =
    [
        "alb.ingress.kubernetes.io/", "checksum/config-", "eks.amazonaws.com/", "external-dns.alpha.kubernetes.io/", "haproxy-ingress.github.io/", "haproxy.org/",
        "ingress.kubernetes.io/", "karpenter.sh/", "nginx.com/", "nginx.ingress.kubernetes.io/", "nginx.org/", "projectcontour.io/", "pv.kubernetes.io/",
        "service.beta.kubernetes.io/aws-load-balancer-", "traefik.ingress.kubernetes.io/", "volume.beta.kubernetes.io/", "volume.kubernetes.io/",
    ];

    // free configuration text, who may log in and how, headers (a shared one is a common way to admit only a CDN), what signs cookies,
    // answers and redirects with their queries, and tags, which people write
    [GeneratedRegex("snippet|auth|oidc|jwt|secret|passw|token|credential|header|(^|[-.])key|[.]io/config-|/(conditions|actions)[.]|tags$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret { get; }

    /// <summary>Whether the value of an annotation of this name is kept.</summary>
    public static bool Keeps(string name) => s_names.Contains(name, StringComparer.Ordinal)
        || s_prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)) && !Secret.IsMatch(name);

    /// <param name="metadata">An object's metadata; without annotations it has none.</param>
    /// <exception cref="AbsentFieldException">They are in no form that the API has.</exception>
    public static StringMap Of(JsonElement metadata)
    {
        if (!metadata.TryGetProperty("annotations", out var all) || all.ValueKind is JsonValueKind.Null) return StringMap.Empty;
        if (all.ValueKind is not JsonValueKind.Object) throw new AbsentFieldException("metadata.annotations");
        return new(all.EnumerateObject().Where(a => Keeps(a.Name)).Select(a => KeyValuePair.Create(a.Name,
            a.Value.ValueKind is JsonValueKind.String ? Value(a.Name, a.Value.GetString()!) : throw new AbsentFieldException($"metadata.annotations.{a.Name}"))));
    }

    /// <summary>A checksum is random and says nothing.</summary>
    private static string Value(string name, string value) =>
        name.StartsWith("checksum/", StringComparison.Ordinal) && value.All(char.IsAsciiHexDigit) ? value : OpenValue.Of(name, value);
}
