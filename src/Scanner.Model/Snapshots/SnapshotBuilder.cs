using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>Gathers what collectors observe. Safe for concurrent use; the order of arrival leaves no trace.</summary>
internal sealed class SnapshotBuilder
{
    private readonly Lock _lock = new();
    private readonly List<Observation> _observations = [];
    private readonly List<Coverage> _coverage = [];
    private readonly List<Declaration> _declarations = [];

    /// <summary>Records what one answer said of one resource. Properties that are not set are not recorded.</summary>
    public void Observe(Evidence evidence, Resource resource)
    {
        if (resource.Id.Length == 0) throw new InvalidOperationException($"A {resource.GetType().Name} without an id was observed by {evidence.Action}");
        var properties = new List<Property>();
        foreach (var property in KindSchema.Of(resource.GetType()).Properties.Values)
            if (property.Get(resource) is var (value, gap))
                properties.Add(new(property.Name, gap is null ? JsonSerializer.SerializeToElement(value, property.ValueType, SnapshotJson.Options) : default, gap));
        properties.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        Observe(new(resource.Id, resource.Key.Length == 0 ? resource.Id : resource.Key, resource.GetType().Name, evidence, properties));
    }

    /// <summary>Records an observation that is made already.</summary>
    public void Observe(Observation observation)
    {
        lock (_lock) _observations.Add(observation);
    }

    /// <summary>What was observed so far.</summary>
    public IReadOnlyList<Observation> Observations
    {
        get
        {
            lock (_lock) return [.. _observations];
        }
    }

    /// <summary>Records that a listing call of a kind answered completely, or the gap.</summary>
    public void Cover<T>(string scope, string action, Gap? gap) where T : Resource
    {
        lock (_lock) _coverage.Add(new(typeof(T).Name, scope, action, gap));
    }

    /// <summary>Records where a resource, or a property of it, is declared.</summary>
    public void Declare(Declaration declaration)
    {
        lock (_lock) _declarations.Add(declaration);
    }

    public Snapshot Build(Header header)
    {
        lock (_lock)
        {
            var declarations = header.Declarations.AsEnumerable().Concat(_declarations).Distinct().OrderBy(d => d.Key, StringComparer.Ordinal).ThenBy(d => d.Property, StringComparer.Ordinal)
                .ThenBy(d => d.Location.File, StringComparer.Ordinal).ThenBy(d => d.Location.Line).ThenBy(d => d.Location.Column);
            return new(header with { Declarations = declarations.ToItems() }, [.. Sorted(_observations)],
                [.. _coverage.Distinct().OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Scope, StringComparer.Ordinal).ThenBy(c => c.Action, StringComparer.Ordinal)]);
        }
    }

    internal static IEnumerable<Observation> Sorted(IEnumerable<Observation> observations) => observations
        .OrderBy(o => o.Id, StringComparer.Ordinal).ThenBy(o => o.Evidence.Plane)
        .ThenBy(o => o.Evidence.Scope, StringComparer.Ordinal).ThenBy(o => o.Evidence.Action, StringComparer.Ordinal);
}
