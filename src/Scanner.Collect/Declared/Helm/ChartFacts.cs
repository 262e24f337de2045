using System.Text.Json;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>What the public chart does where values do not say, by its versions: dated data that is shipped.</summary>
internal sealed class ChartFacts
{
    private const string Resource = "workbench-chart.json";

    public static readonly ChartFacts Shipped = Load();

    private readonly Dictionary<string, Item[]> _values;
    private readonly Item[] _appVersions;
    private readonly (SemanticVersion First, SemanticVersion Last, string Compiled) _range;

    private ChartFacts(JsonElement file)
    {
        Keys = file.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!).ToHashSet(StringComparer.Ordinal);
        _range = (Version(file.GetProperty("first")), Version(file.GetProperty("last")), file.GetProperty("compiled").GetString()!);
        _appVersions = Items(file.GetProperty("appVersions"));
        _values = file.GetProperty("values").EnumerateArray().ToDictionary(
            v => string.Join('/', v.GetProperty("path").EnumerateArray().Select(p => p.GetString())), v => Items(v.GetProperty("over")), StringComparer.Ordinal);
    }

    /// <summary>The chart's own top-level keys, of all versions.</summary>
    public IReadOnlySet<string> Keys { get; }

    /// <summary>The names directly below a path that have a default in some version, sorted.</summary>
    public IEnumerable<string> Names(string path) => _values.Keys.Where(k => k.StartsWith(path + "/", StringComparison.Ordinal))
        .Select(k => k[(path.Length + 1)..].Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Whether something is known of the path itself.</summary>
    public bool Has(string path) => _values.ContainsKey(path);

    /// <summary>The default at a path; null where the chart has none, or an empty one. Open where it depends on a version that is not known.</summary>
    /// <param name="path">The keys, with slashes between them.</param>
    /// <param name="version">The chart's; null where nobody says it.</param>
    public DeclaredValue? Default(string path, SemanticVersion? version) => _values.TryGetValue(path, out var over) ? Of(over, $"the default of {path.Replace('/', '.')}", version) : null;

    /// <summary>The version of Workbench that a chart installs unless told otherwise.</summary>
    public DeclaredValue? AppVersion(SemanticVersion? version) => Of(_appVersions, "the version of Workbench", version);

    /// <summary>Whether the chart is of that version or a later one; null where that is not known.</summary>
    public bool? IsSince(string least, SemanticVersion? version) => version is null || Outside(version) is not null ? null : version >= SemanticVersion.Parse(least)!;

    private DeclaredValue? Of(Item[] over, string what, SemanticVersion? version)
    {
        if (version is null) return over.Select(o => o.Text).Distinct(StringComparer.Ordinal).Count() == 1 ? over[^1].Value
            : DeclaredValue.OpenFor($"{what} differs between versions of the chart ({string.Join(", ", over.Select(o => $"{o.Text ?? "none"} from {o.Since}"))}), and its version is not known");
        return Outside(version) ?? over.Last(o => version >= o.Since).Value;
    }

    /// <summary>What stands in the place of all that values leave to a chart of which nothing is known; null of one that is known, or not said.</summary>
    public DeclaredValue? Outside(SemanticVersion? version) =>
        version is null ? null
        : version > _range.Last ? DeclaredValue.OpenFor($"chart {version} is newer than {_range.Last}, the newest whose defaults are known here (as of {_range.Compiled})", new(RemedyKind.Flag, $"use a newer scanner, which knows chart {version}"))
        : version < _range.First ? DeclaredValue.OpenFor($"chart {version} is older than {_range.First}, the oldest whose defaults are known here", new(RemedyKind.Flag, $"hand over what chart {version} renders: helm template … > rendered.yaml"))
        : null;

    private static ChartFacts Load()
    {
        using var stream = typeof(ChartFacts).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement);
    }

    private static Item[] Items(JsonElement list) => [.. list.EnumerateArray().Select(o => new Item(Version(o.GetProperty("since")), o.TryGetProperty("is", out var value) ? Value(value) : null))];

    private static SemanticVersion Version(JsonElement text) => SemanticVersion.Parse(text.GetString()!)!;

    /// <summary>What is empty, off or nothing means nothing to the chart, as does what is not there.</summary>
    private static DeclaredValue? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is { Length: > 0 } text ? DeclaredValue.Text(text) : null,
        JsonValueKind.Number => DeclaredValue.Number(json.GetRawText()),
        JsonValueKind.True => DeclaredValue.Flag(true),
        JsonValueKind.Array when json.GetArrayLength() > 0 => DeclaredValue.List(json.EnumerateArray().Select(e => Value(e) ?? DeclaredValue.Nothing)),
        JsonValueKind.Object when json.EnumerateObject().Any() => DeclaredValue.Map(json.EnumerateObject().Select(m => (m.Name, Value(m.Value))), null),
        _ => null,
    };

    /// <summary>A default, and the version that brought it.</summary>
    private sealed record Item(SemanticVersion Since, DeclaredValue? Value)
    {
        public string? Text => Value is null ? null : Value.ToString();
    }
}
