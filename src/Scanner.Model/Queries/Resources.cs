namespace Scanner.Model.Queries;

/// <summary>Everything that a scan saw, in whichever environment and in none.</summary>
public sealed class Resources
{
    private readonly ResourceGraph _graph;
    private readonly IReadOnlyList<string> _scopes;

    internal Resources(ResourceGraph graph)
    {
        _graph = graph;
        _scopes = [.. graph.Snapshot.Coverage.Select(c => c.Scope).Concat(graph.Snapshot.Observations.Select(o => o.Evidence.Scope)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every resource of one kind.</summary>
    public ResourceSet<T> Of<T>() where T : Resource => _graph.Of<T>(_scopes);

    /// <summary>The resource that a reference names; a gap where the scan did not see it.</summary>
    public Fact<T> Resolve<T>(Ref<T> reference) where T : Resource => _graph.Resolve(reference, _scopes);

    /// <summary>The resource that a property refers to; a gap where either was not seen.</summary>
    public Fact<T> Resolve<T>(Fact<Ref<T>> reference) where T : Resource => reference.Then(Resolve);
}
