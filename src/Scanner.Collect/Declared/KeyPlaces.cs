using Scanner.Collect.Yaml;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Where the keys of a YAML or JSON file are written.</summary>
/// <param name="file">The file.</param>
internal sealed class KeyPlaces(DeclaredText file)
{
    /// <summary>The place of a path of keys: its value where that is on the key's line, else the key; of a path that is not there, the nearest part of it that is.</summary>
    public SourceLocation Of(YamlPlace start, string path)
    {
        var (place, at) = (start, file.At(start));
        if (path.Length == 0) return at;
        foreach (var key in path.Split('/'))
        {
            if (Step(place, key) is not var (next, location)) return at;
            (place, at) = (next, location);
        }
        return at;
    }

    /// <summary>The elements of a list at a path; none where there is no list.</summary>
    public static IEnumerable<YamlPlace> Elements(YamlPlace start, string path)
    {
        var place = start.Nearest(path);
        return place.IsList && !place.IsExpression && place.Path == (start.Path.Length == 0 ? path : $"{start.Path}/{path}") ? place.Children : [];
    }

    /// <summary>A complaint about a place.</summary>
    public DeclaredException Error(YamlPlace place, string problem) => file.Error(place.Line, place.Column, problem);

    private (YamlPlace, SourceLocation)? Step(YamlPlace place, string key)
    {
        foreach (var (name, keyPlace, value) in place.Entries)
            if (name == key) return (value, Location(keyPlace, value));
        // a key that << takes in is written elsewhere
        var taken = place.Nearest(key);
        return ReferenceEquals(taken.Node, place.Node) ? null : (taken, file.At(taken));
    }

    private SourceLocation Location(YamlPlace key, YamlPlace value) =>
        value is { IsScalar: true, IsNothing: false } && value.Line == key.Line ? file.At(value) : file.At(key.Line);
}
