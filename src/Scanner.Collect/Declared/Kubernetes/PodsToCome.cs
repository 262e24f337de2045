using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What becomes of pods whose workload a change makes another, and of claims that are to be others: both are made anew.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class PodsToCome(SeenFacts seen, Alterations changes)
{
    private const string Deploy = "deploy, then check the live cluster: --eks NAME or --kube-context NAME";

    /// <summary>What pods take over from their workload's template, as the two are called.</summary>
    private static readonly (string Template, string Pod)[] s_copied =
        [("containers", "containers"), ("placement", "placement"), ("podLabels", "labels"), ("serviceAccount", "serviceAccount"), ("usesHostNetwork", "usesHostNetwork"), ("volumes", "volumes")];

    /// <summary>What decides where pods run, and with it what addresses they have.</summary>
    private static readonly string[] s_placing = ["antiAffinity", "placement", "spreadConstraints", "usesHostNetwork"];

    private static readonly string[] s_placed = ["branch", "ips", "node"];

    /// <summary>What is known of them then, and what is not.</summary>
    public IEnumerable<Observation> After() => Pods().Concat(Claims());

    private IEnumerable<Observation> Pods() =>
        from change in changes.Of(nameof(Workload), [.. s_copied.Select(c => c.Template).Union(s_placing)])
        from pod in seen.Of(nameof(Pod))
        where IsOf(pod, change.Twin)
        from after in After(change, pod)
        select after;

    private static IEnumerable<Observation> After(Alteration change, Observation pod)
    {
        var why = $"the change has {change.Twin.Key} make its pods anew, and what {pod.Key} is then is known once it is deployed";
        var copied = s_copied.Where(c => change.Properties.Contains(c.Template)).Select(c => (c.Pod, Said: SeenFacts.Property(change.Said, c.Template)!.Value)).ToList();
        foreach (var (name, said) in copied.Where(c => c.Said.Gap is null && SeenFacts.Property(pod, c.Pod) is not null)) yield return Alterations.Known(change.Said, pod, name, said.Value);
        var open = copied.Where(c => c.Said.Gap is not null).Select(c => c.Pod).Concat(change.Properties.Intersect(s_placing).Any() ? s_placed : []).ToHashSet(StringComparer.Ordinal);
        if (open.Count > 0) yield return Alterations.Opened(change.Said, pod, open.Contains, why, Deploy);
    }

    private IEnumerable<Observation> Claims() =>
        from change in changes.Of(nameof(VolumeClaim), "accessModes", "storageClass", "volume")
        from claim in seen.Of(nameof(VolumeClaim), change.Twin.Id)
        let names = SeenFacts.Property(change.Said, "volume")
        select Alterations.Opened(change.Said, claim, p => p is "phase" or "provisioner" || (p is "volume" && names is not { Gap: null }),
            $"Kubernetes changes no claim: {claim.Key} has to be made anew, and what it is bound to then is known once it is", Deploy);

    /// <summary>A Deployment's pods are those of its ReplicaSets, which have its name with one more part.</summary>
    private bool IsOf(Observation pod, Observation workload) =>
        workload.Key.Split('/') is [_, var space, var kind, var name] && seen.Value(pod.Kind, pod.Id, "namespace")?.ToString() == space
        && (seen.Value(pod.Kind, pod.Id, "owner")?.ToString() is not { } owner || owner == $"{kind}/{name}"
            || (kind == "Deployment" && owner.StartsWith($"ReplicaSet/{name}-", StringComparison.Ordinal) && !owner[$"ReplicaSet/{name}-".Length..].Contains('-', StringComparison.Ordinal)));
}
