using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>A text of which objects are made elsewhere: what they are is not told here, and of what kind only where the text says so outright.</summary>
/// <param name="Text">What is to be filled in; null where nothing of it is at hand.</param>
/// <param name="Place">Where it stands.</param>
internal sealed partial record UntoldObjects(string? Text, SourceLocation Place)
{
    /// <summary>What is made of an object, by its kind, beside those that are called as they are.</summary>
    private static readonly Dictionary<string, string> s_made = new(StringComparer.Ordinal)
    {
        ["CSIDriver"] = nameof(CsiDriver), ["DaemonSet"] = nameof(Workload), ["Deployment"] = nameof(Workload), ["EC2NodeClass"] = nameof(NodeClass), ["GatewayClass"] = nameof(IngressClass),
        ["HTTPProxy"] = nameof(Ingress), ["HTTPRoute"] = nameof(Ingress), ["IngressRoute"] = nameof(Ingress), ["Job"] = nameof(Workload), ["NodePool"] = nameof(NodeGroup),
        ["PersistentVolume"] = nameof(KubeVolume), ["PersistentVolumeClaim"] = nameof(VolumeClaim), ["Provisioner"] = nameof(NodeGroup), ["Service"] = nameof(KubeService),
        ["Site"] = nameof(WorkbenchSite), ["StatefulSet"] = nameof(Workload),
    };

    [GeneratedRegex(@"^kind:[ \t]*(?<kind>.*?)[ \t\r]*(#.*)?$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Kind { get; }

    /// <summary>The kinds of which there may be one more, and why that is not known.</summary>
    public IEnumerable<(string Kind, Gap Gap)> Gaps(string scope, string source) => Made().Select(kind => (kind, new Gap(scope, kind, source, GapCause.NotAsked,
        OneLine.Of($"{Place.File}:{Place.Line}:{Place.Column}: is a template that may make a {kind}"), new(RemedyKind.Flag, "hand over what it makes: helm template … > rendered.yaml"))));

    private IEnumerable<string> Made()
    {
        var kinds = Text is null ? [] : Kind.Matches(Text).Select(m => m.Groups["kind"].Value.Trim('"', '\'')).Distinct(StringComparer.Ordinal).ToList();
        return kinds.Count == 0 || kinds.Exists(k => k.Length == 0 || k.Contains('{', StringComparison.Ordinal)) ? All
            : kinds.Where(DeclaredTypes.Kinds.Contains).Where(k => k != "Secret").Select(k => s_made.GetValueOrDefault(k, k)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> All => DeclaredTypes.Kinds.Where(k => k != "Secret").Select(k => s_made.GetValueOrDefault(k, k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
