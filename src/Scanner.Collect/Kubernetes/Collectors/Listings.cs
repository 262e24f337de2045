using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>What most collectors do: list a type of objects, say whether all were seen, and observe each.</summary>
internal static class Listings
{
    /// <param name="scope">The cluster.</param>
    /// <param name="sink">Takes what was seen.</param>
    /// <param name="resource">The objects' type.</param>
    /// <param name="places">What <paramref name="map"/> reads of them.</param>
    /// <param name="map">Makes a resource of an object.</param>
    /// <param name="cancellationToken">The user's.</param>
    public static async Task Observe<T>(
        this KubernetesScope scope, SnapshotBuilder sink, ApiResource resource, IReadOnlyList<string> places, Func<Answer<KubernetesItem>, T> map, CancellationToken cancellationToken)
        where T : Resource
    {
        var listing = await scope.List<T, KubernetesItem>(resource, KubernetesItem.Keeping(places), i => i.Id, cancellationToken);
        sink.Cover<T>(listing.Evidence, listing.Gap);
        foreach (var item in listing.Items) sink.Observe(item.Evidence, map(item));
    }

    /// <summary>An object's annotations, without those whose values may hold anything.</summary>
    public static StringMap Annotations(this KubernetesItem item) =>
        new(item["metadata.annotations"].Map().Entries.Where(a => KeptAnnotations.Keeps(a.Key)));

    /// <summary>The addresses of <c>status.loadBalancer</c>: host names, as AWS gives them, else IP addresses.</summary>
    public static IEnumerable<string> LoadBalancerNames(this KubernetesItem item) =>
        item["status.loadBalancer"]["ingress"].Items().Select(i => i["hostname"].Text() is { Length: > 0 } name ? name : i["ip"].NeedText());
}
