using System.Collections.Concurrent;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Takes what readers of files find.</summary>
/// <param name="builder">The snapshot that is being made.</param>
internal sealed class DeclaredSink(SnapshotBuilder builder)
{
    private readonly ConcurrentQueue<string> _unknown = new(), _notes = new();
    private readonly ConcurrentQueue<LivePart> _parts = new();
    private readonly ConcurrentQueue<Coverage> _more = new();
    private readonly ConcurrentDictionary<string, byte> _referred = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _gone = new(StringComparer.Ordinal);

    /// <summary>The ids of live things that a change would take away.</summary>
    public IReadOnlyList<string> GoneIds => [.. _gone.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What the files add to lists of live things, or take from them, in the order in which they were read.</summary>
    public IReadOnlyList<LivePart> Parts => [.. _parts];

    /// <summary>Kinds of which the files make things that they do not tell.</summary>
    public IReadOnlyList<Coverage> More => [.. _more.Distinct()];

    /// <summary>Keys that no reader knows, each with its place: <c>file:line:column: Key</c>.</summary>
    public IReadOnlyList<string> UnknownKeys => [.. _unknown.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What whoever wrote the files should know, each with its place.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The builder itself, for collectors of live systems that read files through it.</summary>
    public SnapshotBuilder Builder => builder;

    /// <summary>Records what a file says of a resource, and where.</summary>
    public void Observe(Evidence evidence, Resource resource, Places places)
    {
        builder.Observe(evidence, resource);
        Declare(resource.Key.Length == 0 ? resource.Id : resource.Key, places);
    }

    /// <summary>Records where a resource is declared.</summary>
    public void Declare(string key, Places places)
    {
        builder.Declare(new(key, null, places.Whole));
        foreach (var (property, place) in places.Properties) builder.Declare(new(key, property, place));
    }

    /// <summary>Records whether the files declare every resource of a kind; the gap where they may not.</summary>
    public void Cover<T>(string scope, string source, Gap? gap) where T : Resource => builder.Cover<T>(scope, source, gap);

    /// <summary>The ids of things that the files only refer to.</summary>
    public IReadOnlyList<string> ReferredIds => [.. _referred.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Records what a file takes something for that is there already: whoever sees it knows better, and it is not made by being named.</summary>
    public void Refer(Evidence evidence, Resource resource, Places places)
    {
        _referred.TryAdd(resource.Id, 0);
        Observe(evidence, resource, places);
    }

    /// <summary>Records that a live thing would be there no more.</summary>
    public void Gone(string id) => _gone.TryAdd(id, 0);

    /// <summary>Records what comes to a list of a live thing, or goes from it.</summary>
    public void Part(LivePart part) => _parts.Enqueue(part);

    /// <summary>Records that a file makes something of a kind of which it does not tell what it is.</summary>
    public void MayMake(string kind, string scope, string source, Gap gap) => _more.Enqueue(new(kind, scope, source, gap));

    /// <summary>Records a key that is tolerated, and that nothing is made of.</summary>
    public void Unknown(SourceLocation place, string key) => _unknown.Enqueue($"{place.File}:{place.Line}:{place.Column}: {OneLine.Of(key)}");

    /// <summary>Records what looks like a slip, and is none that stops anything.</summary>
    public void Note(SourceLocation place, string text) => _notes.Enqueue(OneLine.Of($"{place.File}:{place.Line}:{place.Column}: {text}"));
}
