using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Where files say what of which resource. What has no place of its own is a default, and not what the user said.</summary>
internal sealed class DeclaredPlaces(Header header)
{
    private readonly ILookup<string, Declaration> _byKey = header.Declarations.AsEnumerable().ToLookup(d => d.Key, StringComparer.Ordinal);
    private readonly ILookup<string?, Declaration> _byProperty = header.Declarations.AsEnumerable().ToLookup(d => d.Property, StringComparer.Ordinal);
    private readonly ILookup<string, string> _formats = header.Files.AsEnumerable().ToLookup(f => f.Name, f => f.Format, StringComparer.Ordinal);

    /// <summary>Whether the observation's files say the property, or part of it.</summary>
    public bool Says(Observation declared, string property) => Of(declared)
        .Any(d => d.Property is { } said && IsWithin(said, property));

    /// <summary>Whether the files say what stands at a path, as a whole or some of it: a volume that the chart makes by itself they do not.</summary>
    public bool Says(Observation declared, IReadOnlyList<PathStep> path)
    {
        var (property, texts) = (path[0].Member, Names(path, path.Count));
        var isSome = path.Count > 1 && path[1] == PathStep.Some;
        return Of(declared).Select(d => d.Property).OfType<string>().Any(said => (isSome && IsWithin(said, property)) || texts.Any(text => IsWithin(said, text) || IsWithin(text, said)));
    }

    /// <summary>Whether a key of a configuration file is written somewhere, and is no default of what made the file.</summary>
    public bool SaysSetting(Observation declared, string path) => Of(declared).Any(d => d.Property == path) || _byProperty[path].Any();

    /// <summary>The place of the smallest part around a path that has one, else of the resource.</summary>
    public SourceLocation? Of(Observation declared, IReadOnlyList<PathStep> path)
    {
        var own = Of(declared).ToList();
        for (var length = path.Count; length > 0; length--)
        {
            var names = Names(path, length);
            if (own.Find(d => names.Contains(d.Property, StringComparer.Ordinal)) is { } found) return found.Location;
        }
        return Whole(own);
    }

    /// <summary>The place of a configuration file's key: where it is written at all, that is told of the workload that uses the file.</summary>
    public SourceLocation? OfSetting(Observation declared, string path)
    {
        var own = Of(declared).ToList();
        var file = own.Find(d => d.Property == path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)])?.Location ?? Whole(own);
        return own.Find(d => d.Property == path)?.Location ?? _byProperty[path].FirstOrDefault(d => file is null || d.Location.File == file.File)?.Location ?? file;
    }

    private static bool IsWithin(string part, string whole) => part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '[' or '.');

    /// <summary>Files name an entry of a map like an element of a list.</summary>
    private static string[] Names(IReadOnlyList<PathStep> path, int length) => [PathStep.Text(path.Take(length)), $"{PathStep.Text(path.Take(length - 1))}[{path[length - 1].Member}]"];

    private static SourceLocation? Whole(List<Declaration> own) => own.Find(d => d.Property is null)?.Location ?? own.Find(d => d.Property == "name")?.Location;

    /// <summary>Files of another format may declare the same resource.</summary>
    private IEnumerable<Declaration> Of(Observation declared) =>
        _byKey[declared.Key].Where(d => !_formats[d.Location.File].Any() || _formats[d.Location.File].Contains(declared.Evidence.Action, StringComparer.Ordinal));
}
