using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>How collectors list objects: each becomes a resource while its page is read, so that of 50,000 pods nothing else stays.</summary>
internal static class ObjectListing
{
    /// <summary>Lists, covers, and observes what was listed.</summary>
    public static Task Collect<T>(this KubernetesScope scope, ApiResource resource, Func<Answer<ObjectField>, T> map, SnapshotBuilder sink, CancellationToken cancellationToken)
        where T : Resource => scope.Collect(resource, (_, item) => map(item), sink, cancellationToken);

    /// <summary>The same, for objects to which their version makes a difference.</summary>
    public static async Task Collect<T>(this KubernetesScope scope, ApiResource resource, Func<string, Answer<ObjectField>, T> map, SnapshotBuilder sink, CancellationToken cancellationToken)
        where T : Resource
    {
        var listing = await scope.Resources(resource, map, cancellationToken);
        sink.Cover<T>(scope.Name, $"list {resource.Name}", listing.Gap);
        foreach (var item in listing.Items) sink.Observe(item.Evidence, item.Value!);
    }

    /// <summary>Lists, for a collector that makes more of what was listed.</summary>
    public static Task<Listing<T>> Resources<T>(this KubernetesScope scope, ApiResource resource, Func<Answer<ObjectField>, T> map, CancellationToken cancellationToken)
        where T : Resource => scope.Resources(resource, (_, item) => map(item), cancellationToken);

    /// <summary>The name that tells an object from those of other types with the same name; null where it has none.</summary>
    public static string? NamedBy(this Answer<ObjectField> item, string type) => item.NamedBy() is { } name ? $"{type}/{name}" : null;

    /// <summary>The key of what is called so; empty where it has no name.</summary>
    public static string Key<T>(string? name) where T : Resource => name is null ? "" : ObjectIds.Key<T>(name);

    private static Task<Listing<T>> Resources<T>(this KubernetesScope scope, ApiResource resource, Func<string, Answer<ObjectField>, T> map, CancellationToken cancellationToken)
        where T : Resource
    {
        // names who was asked what in gaps; the time of facts is that of the listing's own evidence, under which they are observed
        var asked = new Evidence(Plane.Live, scope.Name, $"list {resource.Name}", default);
        T Read(string version, JsonElement json) => map(version, new(asked, typeof(T).Name, new ObjectField(json), null));
        return scope.List<T, T>(resource, Read, made => made.Id, cancellationToken);
    }

    /// <summary>What an object is called; null where it has no name, so that the listing is incomplete for want of it.</summary>
    public static string? NamedBy(this Answer<ObjectField> item) => item.Optional(o => o["metadata"]["name"].Text) is { IsKnown: true, Value: { } name }
        ? item.Optional(o => o["metadata"]["namespace"].Text) is { IsKnown: true, Value: { } space } ? $"{space}/{name}" : name
        : null;

    /// <summary>The id of what is called so; empty where it has no name.</summary>
    public static string Identity<T>(this KubernetesScope scope, string? name) where T : Resource => name is null ? "" : scope.Object<T>(name).Id;

    public static Fact<string> Namespace(this Answer<ObjectField> item) => item.Field(o => o["metadata"]["namespace"].NeedText);

    public static Fact<string?> Name(this Answer<ObjectField> item) => item.Optional(o => o["metadata"]["name"].Text);

    public static Fact<DateTimeOffset> CreatedAt(this Answer<ObjectField> item) => item.Map(o => o["metadata"]["creationTimestamp"].NeedTime);

    public static Fact<StringMap> Labels(this Answer<ObjectField> item) => item.Map(o => o["metadata"].Present["labels"].Map);

    public static Fact<StringMap> Annotations(this Answer<ObjectField> item) => item.Map(o => o["metadata"].KeptAnnotations);
}
