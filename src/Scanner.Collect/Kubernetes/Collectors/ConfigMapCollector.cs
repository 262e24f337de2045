using Scanner.Collect.Workbench;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Config maps, of which those are kept that hold configuration of Workbench.</summary>
internal sealed class ConfigMapCollector : IKubernetesCollector
{
    private static readonly ApiResource s_configMaps = new("", ["v1"], "configmaps");

    public IReadOnlyList<ApiResource> Resources => [s_configMaps];

    public async Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var maps = await scope.List<ConfigMap, ConfigMapContent>(s_configMaps, ConfigMapContent.Of, m => m.Id, cancellationToken);
        sink.Cover<ConfigMap>(maps.Evidence.Scope, maps.Evidence.Action, maps.Gap);
        foreach (var map in maps.Items.Where(m => m.Value!.IsOfWorkbench)) sink.Observe(map.Evidence, Map(scope, map));
    }

    private static ConfigMap Map(KubernetesScope scope, Answer<ConfigMapContent> map)
    {
        var (id, evidence, (template, refusal)) = (map.Value!.Id!, map.Evidence, map.Value.Template);
        Fact<PodPlacement?> Placed(Ide ide) => map.Value.Placement(ide) is var reading && reading.Refusal is { } why ? new(Gap(evidence, id, why)) : new(reading.Placement, evidence);
        return new()
        {
            Id = scope.Object<ConfigMap>(id).Id,
            Key = ObjectIds.Key<ConfigMap>(id),
            Name = map.Optional(m => m.Name),
            Namespace = map.Field(m => m.Namespace, "metadata.namespace"),
            Keys = map.Items(m => m.Keys),
            Files = map.Items(m => m.Files.Select(f => f.Kept)),
            JobTemplateVersion = refusal is null ? map.Optional(_ => template?.Version) : new(Gap(evidence, id, refusal)),
            TemplateProblems = refusal is null ? map.Items(_ => template?.Problems) : new(Gap(evidence, id, refusal)),
            RStudioPlacement = Placed(Ide.RStudio),
            JupyterPlacement = Placed(Ide.Jupyter),
            VsCodePlacement = Placed(Ide.VsCode),
            PositronPlacement = Placed(Ide.Positron),
        };
    }

    private static Gap Gap(Evidence evidence, string id, Refusal why) =>
        new(evidence.Scope, nameof(ConfigMap), evidence.Action, why.Cause, OneLine.Of($"{id}: {why.Detail}"), why.Remedy);
}
