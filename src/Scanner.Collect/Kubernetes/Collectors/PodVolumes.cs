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
            ConfigMaps(kind, source).ToItems(),
            Parts(kind, source, "configMap").Any(RenamesFiles),
            Parts(kind, source, "secret").Any(),
            Parts(kind, source, "secret").Where(s => Entries(s).Count == 0).Select(s => (kind == "secret" ? s["secretName"] : s["name"]).NeedText).ToItems(),
            Parts(kind, source, "secret").SelectMany(Entries).Select(item => item["path"].NeedText).ToItems());
    }

    private static IEnumerable<string> ConfigMaps(string kind, ObjectField source) => Parts(kind, source, "configMap").Select(m => m["name"].NeedText);

    /// <summary>The sources of one sort: the volume's only one, or those of a projected volume.</summary>
    private static IEnumerable<ObjectField> Parts(string kind, ObjectField source, string sort) =>
        kind == sort ? [source] : kind == "projected" ? source["sources"].List.Select(s => s[sort]).Where(m => !m.IsAbsent) : [];

    /// <summary>Which of its entries are shown; none where all are.</summary>
    private static IReadOnlyList<ObjectField> Entries(ObjectField source) => source["items"].List;

    private static bool RenamesFiles(ObjectField source) => Entries(source).Any(item => item["key"].Text != item["path"].Text);
}
