using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>The identities of a cluster's objects, which references between them share.</summary>
internal static class ObjectIds
{
    /// <summary>The cluster itself.</summary>
    public static string ClusterId(this KubernetesScope scope) => $"k8s://{scope.Name["k8s/".Length..]}";

    /// <param name="scope">The cluster.</param>
    /// <param name="name"><c>namespace/name</c>, or the name alone of what lies in no namespace.</param>
    public static Ref<T> Object<T>(this KubernetesScope scope, string name) where T : Resource => new($"{scope.ClusterId()}/{typeof(T).Name}/{name}");

    /// <summary>What survives the object's replacement: its kind, namespace and name.</summary>
    public static string Key<T>(string name) where T : Resource => $"{typeof(T).Name}/{name}";
}
