using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Who made an object, and so the key under which those that follow it are the same thing.</summary>
/// <remarks>All pods of a deployment share a key, as all sessions of a kind do: they come and go, and are alike.</remarks>
internal static partial class Controllers
{
    // a CronJob numbers its jobs by their minute
    [GeneratedRegex("-[0-9]{8,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Minute { get; }

    /// <summary>Kind and name of the controller; null where there is none.</summary>
    public static string? Owner(ObjectField item) => Controller(item) is var (kind, name) ? $"{kind}/{name}" : null;

    /// <param name="pod">The pod.</param>
    /// <param name="name">Its namespace and name.</param>
    /// <param name="ide">What it runs, where it is a session.</param>
    public static string PodKey(ObjectField pod, string name, Fact<Ide?> ide)
    {
        var space = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];
        if (Sessions.Is(pod)) return $"Pod/{space}session/{(ide is { IsKnown: true, Value: { } known } ? known.ToString() : "unknown")}";
        return Controller(pod) switch
        {
            ("ReplicaSet", var set) => $"Pod/{space}{Unhashed(set, pod["metadata"]["labels"]["pod-template-hash"].Text)}",
            ("DaemonSet", var set) => $"Pod/{space}{set}",
            ("Job", var job) => $"Pod/{space}{Minute.Replace(job, "")}",
            _ => $"Pod/{name}", // those of a stateful set come back under their names
        };
    }

    public static string WorkloadKey(ObjectField workload, string kind, string name)
    {
        var space = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];
        if (kind == "Job" && workload["metadata"]["labels"]["app.kubernetes.io/managed-by"].Text == "launcher") return $"Workload/{space}Job/session";
        return Controller(workload) is ("CronJob", var made) ? $"Workload/{space}Job/{made}" : $"Workload/{space}{kind}/{name[space.Length..]}";
    }

    private static (string Kind, string Name)? Controller(ObjectField item) =>
        item["metadata"].Present["ownerReferences"].List.FirstOrDefault(o => o["controller"].FlagOr(false)) is { } owner // absent is documented to mean none
            ? (owner["kind"].NeedText, owner["name"].NeedText) : null;

    private static string Unhashed(string set, string? hash) => hash is not null && set.EndsWith($"-{hash}", StringComparison.Ordinal) ? set[..^(hash.Length + 1)] : set;
}
