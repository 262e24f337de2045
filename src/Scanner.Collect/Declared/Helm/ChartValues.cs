using System.Text.Json;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The values of a release: what files say, over what the chart says.</summary>
/// <param name="said">What the files say, merged.</param>
/// <param name="facts">What the chart says.</param>
/// <param name="version">The chart's version; null where nobody says it.</param>
/// <param name="hidden">What stands in the place of all that is not said here; null where all that is said is at hand.</param>
internal sealed class ChartValues(DeclaredValue said, ChartFacts facts, SemanticVersion? version, DeclaredValue? hidden = null)
{
    private readonly Lazy<DeclaredValue?> _undecided = new(() => hidden ?? facts.Outside(version)
        ?? (version is null && !ConfigText.HasOpen(Plain(said)) ? DeclaredValue.OpenFor("it depends on the version of the chart, which is not known") : null));

    public DeclaredValue Said => said;

    public SemanticVersion? Version => version;

    /// <summary>Whether no other values can come to those at hand.</summary>
    public bool AreWhole => hidden is null;

    /// <summary>Why the chart may do this or that, where no single value says it: values that are elsewhere, or a chart that is not known; null where it is filled in later.</summary>
    public DeclaredValue? Undecided => _undecided.Value;

    /// <summary>The value at a path of keys with slashes between them; null where there is none, it is empty or it is off.</summary>
    public DeclaredValue? this[string path] => Find(path) switch
    {
        { IsOpen: true } open => open,
        null or { IsNull: true } or { Kind: JsonValueKind.False } or { IsText: true, Raw: "" } or { IsList: true, Elements.Count: 0 } or { IsMap: true, Names.Count: 0 } => null,
        { IsText: true } text when YamlScalars.IsFilledIn(text.Raw) => DeclaredValue.OpenAt(text.Origin),
        { Kind: JsonValueKind.Number, Raw: "0" } => null,
        var value => value,
    };

    /// <summary>Whether the chart takes the value for true; null where that is not known.</summary>
    public bool? IsOn(string path) => this[path] switch
    {
        null => false,
        { IsOpen: true } => null,
        _ => true,
    };

    /// <summary>Whether any of them is; null where none surely is, and one may be.</summary>
    public bool? AreOn(params ReadOnlySpan<string> paths)
    {
        bool? any = false;
        foreach (var path in paths)
            if (IsOn(path) is true) return true;
            else any = IsOn(path) is null ? null : any;
        return any;
    }

    public DeclaredValue Text(string path, string otherwise) => this[path] ?? DeclaredValue.Text(otherwise);

    public bool? IsSince(string least) => facts.IsSince(least, version);

    public DeclaredValue? AppVersion => facts.AppVersion(version);

    /// <summary>The names of a map: the files', and those of the chart's that they do not delete.</summary>
    public IReadOnlyList<string> Names(string path) => Find(path) is { IsNull: true } or { IsOpen: true } ? []
        : [.. facts.Names(path).Concat(User(path) is { IsMap: true } map ? map.Names : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>As it is: an empty one too; null where there is none.</summary>
    public DeclaredValue? Find(string path) => User(path) is { } value && !(value.IsMap && facts.Names(path).Any()) ? (value.IsMap ? hidden : null) ?? value
        : User(path) is { } map ? DeclaredValue.Map(Names(path, map).Select(n => (n, Find($"{path}/{n}"))), map.Origin)
        : hidden ?? (facts.Has(path) ? facts.Default(path, version)
        : facts.Names(path).ToList() is { Count: > 0 } names ? DeclaredValue.Map(names.Select(n => (n, Find($"{path}/{n}"))), null) : null);

    /// <summary>Without the launcher's own templates, in which braces are not for later.</summary>
    private static DeclaredValue Plain(DeclaredValue values) => values["launcher"] is { IsMap: true } launcher ? values.With(("launcher", launcher.Without("extraTemplates"))) : values;

    private IEnumerable<string> Names(string path, DeclaredValue map) => facts.Names(path).Concat(map.Names).Distinct(StringComparer.Ordinal);

    /// <summary>What the files say; what lies below something that is filled in later, or was deleted, or is no map, is not known.</summary>
    private DeclaredValue? User(string path)
    {
        var place = said;
        foreach (var name in path.Split('/'))
        {
            if (place is { IsText: true } or { IsList: true } or { IsNull: true } or { IsOpen: true } || place.Kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                return DeclaredValue.OpenAt(place.Origin);
            if (place[name] is not { } next) return null;
            place = next;
        }
        return place;
    }
}
