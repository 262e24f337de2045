using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads volumes of a pod or pod template.</summary>
internal static class PodVolumes
{
    public static Items<PodVolume> Of(ObjectField volumes) => volumes.List.Select(Volume).ToItems();

    private static PodVolume Volume(ObjectField volume)
    {
        // exactly one field beside the name is the source, and its name the source's kind
        var kind = volume.Names.Where(n => n != "name" && !volume[n].IsAbsent).ToList() is [var only] ? only : throw volume.Unusable;
        var source = volume[kind];
        return new(
            volume["name"].NeedText,
            kind,
            kind == "persistentVolumeClaim" ? source["claimName"].NeedText : null,
            kind == "nfs" ? source["server"].NeedText : null,
            kind is "nfs" or "hostPath" ? source["path"].NeedText : null,
            kind == "csi" ? source["driver"].NeedText : null,
            ConfigMaps(kind, source).ToItems());
    }

    private static IEnumerable<string> ConfigMaps(string kind, ObjectField source) => kind switch
    {
        "configMap" => [source["name"].NeedText],
        "projected" => source["sources"].List.Select(s => s["configMap"]).Where(m => !m.IsAbsent).Select(m => m["name"].NeedText),
        _ => [],
    };
}
