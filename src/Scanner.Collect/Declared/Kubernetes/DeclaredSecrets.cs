using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The names of what Secrets hold, by the files that declare them; what stands there is never looked at.</summary>
/// <param name="objects">What the files declare, with their namespaces.</param>
internal sealed class DeclaredSecrets(IEnumerable<DeclaredObject> objects)
{
    private readonly ILookup<string?, SecretFiles> _bySpace = objects.Where(Is).Select(o => (o.Namespace, Files: Of(o))).Where(s => s.Files is not null)
        .GroupBy(s => (s.Namespace, s.Files!.Secret)).Select(g => g.Last()).ToLookup(s => s.Namespace, s => s.Files!, StringComparer.Ordinal);

    /// <summary>The workload, with what is declared of the Secrets of its namespace; itself where that is nothing.</summary>
    public Observation Beside(Observation workload, DeclaredObject item)
    {
        if (workload.Kind != nameof(Workload) || !_bySpace.Contains(item.Namespace)) return workload;
        var files = _bySpace[item.Namespace].OrderBy(s => s.Secret, StringComparer.Ordinal).ToItems();
        return workload with { Properties = [.. workload.Properties.Append(new("secretFiles", JsonSerializer.SerializeToElement(files, SnapshotJson.Options), null)).OrderBy(p => p.Name, StringComparer.Ordinal)] };
    }

    private static bool Is(DeclaredObject item) => item.Name is not null && item is { Kind: "Secret", Group: "" } or { Kind: "SealedSecret", Group: "bitnami.com" };

    /// <summary>Null where it is filled in later which they are.</summary>
    private static SecretFiles? Of(DeclaredObject item)
    {
        DeclaredValue?[] parts = item.Kind == "Secret" ? [item.Value["data"], item.Value["stringData"]] : [item.Value.At("spec", "encryptedData"), item.Value.At("spec", "template", "data")];
        return parts.All(p => p is null or { IsNull: true } or { IsMap: true })
            ? new(item.Name!, parts.SelectMany(p => p?.Names ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToItems()) : null;
    }
}
