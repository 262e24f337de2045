using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Makes JSON of a YAML document, as Kubernetes and Helm do: aliases and merged maps are written out, up to a bound.</summary>
/// <param name="file">The file, which values name as their place.</param>
/// <param name="within">Makes a place in the file of line, column and end column in the text, where the text is only part of the file.</param>
internal sealed class YamlValues(DeclaredText file, Func<int, int, int, Origin>? within = null)
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
        if (++_made > Most) throw Complain(place, $"more than {Most} values, with aliases and merged maps written out; hand over the files of one deployment");
        if (++_depth > Deepest) throw Complain(place, "an alias that leads to itself, or more levels than any object has");
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
            yield return key.Scalar is { } name ? (name, key, value) : throw Complain(key, DeclaredYaml.IsOfTemplate(map, key) ? $"a key that is no text; {DeclaredYaml.OfTemplate}" : "a key that is no text");
    }

    private IEnumerable<DeclaredValue> Merged(YamlPlace map) => Pairs(map).Where(p => IsMerge(p.Key))
        .SelectMany(p => p.Value.IsList ? p.Value.Children : [p.Value]).Select(source => source.IsMapping ? Read(source, null)
            : throw Complain(source, "<< takes in a map, or a list of maps"));

    private static bool IsMerge(YamlPlace key) => key is { Scalar: "<<", IsQuoted: false };

    private static IEnumerable<(YamlPlace Key, YamlPlace Value)> Pairs(YamlPlace map) => map.Children.Chunk(2).Select(pair => (pair[0], pair[1]));

    private Origin Where(YamlPlace place) => Where(place, place.IsScalar ? place.EndColumn : place.Column + 1);

    private Origin Where(YamlPlace place, int end) => within is null ? new(file, place.Line, place.Column, end) : within(place.Line, place.Column, end);

    private DeclaredException Complain(YamlPlace place, string problem)
    {
        var at = Where(place);
        return file.Error(at.Line, at.Column, problem);
    }
}
