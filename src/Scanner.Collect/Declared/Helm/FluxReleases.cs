using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Reads Flux' HelmRelease.</summary>
internal static class FluxReleases
{
    public static IReadOnlyList<InlineRelease> Releases(DeclaredObject item, DeclaredScope scope)
    {
        var spec = item.Value["spec"] ?? DeclaredValue.Map();
        // what patches change after the chart is rendered, values do not tell
        if (!InlineRelease.IsChart(spec.TextAt("chart", "spec", "chart")) || spec["postRenderers"] is { IsNull: false }) return [];
        var (name, target) = (item.Name ?? scope.ReleaseName, spec.TextAt("targetNamespace"));
        return
        [
            new(spec["values"] is { IsMap: true } values ? values : DeclaredValue.Map(), spec.TextAt("releaseName") ?? (target is null ? name : $"{target}-{name}"),
                InlineRelease.Exact(spec.TextAt("chart", "spec", "version")))
            {
                Namespace = target ?? item.Namespace,
                Elsewhere = spec["valuesFrom"] is { IsNull: false } ? "what spec.valuesFrom names" : spec.At("chart", "spec", "valuesFiles") is { IsNull: false } ? "a file of spec.chart.spec.valuesFiles" : null,
            },
        ];
    }
}
