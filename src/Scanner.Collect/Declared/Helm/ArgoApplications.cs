using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Reads Argo CD's Application.</summary>
internal static class ArgoApplications
{
    public static IReadOnlyList<InlineRelease> Releases(DeclaredObject item, DeclaredScope scope)
    {
        var sources = item.Value.At("spec", "sources") is { IsList: true } several ? several.Elements : item.Value.At("spec", "source") is { } one ? [one] : [];
        return [.. sources.Where(s => InlineRelease.IsChart(s.TextAt("chart")) || InlineRelease.IsChart(s.TextAt("path"))).Select(s => Release(item, s, scope))];
    }

    private static InlineRelease Release(DeclaredObject item, DeclaredValue source, DeclaredScope scope)
    {
        var helm = source["helm"] ?? DeclaredValue.Map();
        // an object takes the place of a text; single parameters lie over both
        var values = helm["valuesObject"] is { IsMap: true } map ? map : InlineText.Read(helm["values"]);
        var parameters = helm["parameters"] is { IsList: true } list ? list.Elements : [];
        return new(parameters.Aggregate(values, SetParameter.Over), helm.TextAt("releaseName") ?? item.Name ?? scope.ReleaseName, InlineRelease.Exact(source.TextAt("targetRevision")))
        {
            IsInstalled = false,
            Namespace = item.Value.TextAt("spec", "destination", "namespace"),
            Elsewhere = helm["valueFiles"] is { IsNull: false } ? "a file of spec.source.helm.valueFiles"
                : helm["fileParameters"] is { IsNull: false } ? "a file of spec.source.helm.fileParameters" : null,
        };
    }
}
