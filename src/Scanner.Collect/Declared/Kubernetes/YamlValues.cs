using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Makes JSON of a YAML document, as Kubernetes and Helm do: aliases and merged maps are written out, up to a bound.</summary>
/// <param name="file">The file, which values name as their place.</param>
internal sealed class YamlValues(DeclaredText file)
{
    /// <summary>More than any manifest has; a document of aliases that doubles itself has it soon.</summary>
    private const int Most = 400_000;

    private const int Deepest = 96;

    private int _made;
    private int _depth;

    /// <exception cref="DeclaredException">The document has no end, or a key that is none.</exception>
    public DeclaredValue Read(YamlPlace document) => Read(document, null);

    private DeclaredValue Read(YamlPlace place, Origin? key)
    {
        if (++_made > Most) throw file.Error(place.Line, place.Column, $"aliases and merged maps that come to more than {Most} values");
        if (++_depth > Deepest) throw file.Error(place.Line, place.Column, "an alias that leads to itself, or more levels than any object has");
        var value = place.IsMapping ? Map(place, key) : place.IsList ? List(place, key) : YamlScalars.Read(place, Where(place));
        _depth--;
        return value;
    }

    private DeclaredValue Map(YamlPlace place, Origin? key)
    {
        if (place.Node.Tag is { IsEmpty: false, IsLocal: true }) return DeclaredValue.OpenAt(key ?? Where(place));
        var own = Entries(place).Select(e => (e.Name, (DeclaredValue?)Read(e.Value, Where(e.Key)))).ToList();
        var merged = Merged(place).SelectMany(m => m.Names.Select(n => (n, m[n]))).ToList();
        // what a map says itself counts more than what it takes in, and of that what comes first
        return DeclaredValue.Map([.. Enumerable.Reverse(merged), .. own], key ?? Where(place));
    }

    private DeclaredValue List(YamlPlace place, Origin? key) => place.Node.Tag is { IsEmpty: false, IsLocal: true } ? DeclaredValue.OpenAt(key ?? Where(place))
        : DeclaredValue.List(place.Children.Select(c => Read(c, null)), key ?? Where(place));

    private IEnumerable<(string Name, YamlPlace Key, YamlPlace Value)> Entries(YamlPlace map)
    {
        foreach (var (key, value) in Pairs(map).Where(p => !IsMerge(p.Key)))
            yield return key.Scalar is { } name ? (name, key, value) : throw file.Error(key.Line, key.Column, "a key that is no text");
    }

    private IEnumerable<DeclaredValue> Merged(YamlPlace map) => Pairs(map).Where(p => IsMerge(p.Key))
        .SelectMany(p => p.Value.IsList ? p.Value.Children : [p.Value]).Select(source => source.IsMapping ? Read(source, null)
            : throw file.Error(source.Line, source.Column, "<< takes in a map, or a list of maps"));

    private static bool IsMerge(YamlPlace key) => key is { Scalar: "<<", IsQuoted: false };

    private static IEnumerable<(YamlPlace Key, YamlPlace Value)> Pairs(YamlPlace map) => map.Children.Chunk(2).Select(pair => (pair[0], pair[1]));

    private Origin Where(YamlPlace place) => new(file, place.Line, place.Column, place.IsScalar ? place.EndColumn : place.Column + 1);
}
