using System.Text.Json;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>What is kept of a config map: of one that holds no configuration of Workbench, the name alone.</summary>
internal sealed class ConfigMapContent
{
    private readonly JobTemplate? _template;
    private readonly Refusal? _noTemplate;
    private readonly PlacementReading? _overrides;

    private ConfigMapContent(string? id) => (Id, Keys, Files) = (id, [], []);

    private ConfigMapContent(KubernetesObject map, IReadOnlyDictionary<string, string> texts, IReadOnlyCollection<string> binary)
    {
        (Id, Namespace, Name) = (map.Id, map.Text("metadata", "namespace"), map.Text("metadata", "name"));
        Keys = [.. texts.Keys.Concat(binary).Order(StringComparer.Ordinal)];
        var files = texts.Where(t => ConfigurationText.IsConfiguration(t.Key)).ToDictionary(t => t.Key, t => ConfigurationText.Read(t.Key, t.Value), StringComparer.Ordinal);
        foreach (var name in binary.Where(ConfigurationText.IsConfiguration)) files[name] = ConfigurationReading.Bad(name, 1, 1, "not text, but binaryData");
        Files = [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];
        if (ConfigurationReading.Untold(JobTemplate.FileName, texts.GetValueOrDefault(JobTemplate.FileName)) is { } untold) _noTemplate = untold.Refusal;
        else if (texts.TryGetValue(JobTemplate.FileName, out var template)) _template = JobTemplate.Read(template, Told(texts.GetValueOrDefault(TemplateData.FileName)));
        else if (binary.Contains(JobTemplate.FileName)) _noTemplate = ConfigurationReading.Bad(JobTemplate.FileName, 1, 1, "not text, but binaryData").Refusal;
        else _overrides = JobOverrides.Read(files);
    }

    /// <summary>Namespace and name.</summary>
    public string? Id { get; }

    public string? Namespace { get; }

    public string? Name { get; }

    public bool IsOfWorkbench => Keys.Count > 0;

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<ConfigurationReading> Files { get; }

    /// <summary>The template's version and problems; null where there is no template, with the reason where it cannot be read.</summary>
    public (JobTemplate? Template, Refusal? Refusal) Template => (_template, _noTemplate);

    /// <summary>Where an IDE's sessions are placed; nothing where nothing here says so.</summary>
    public PlacementReading Placement(Ide ide) => _template?.Placement(ide) ?? _overrides ?? new(null, _noTemplate);

    /// <summary>Takes what is needed, so that everything else is forgotten at once.</summary>
    public static ConfigMapContent Of(JsonElement json)
    {
        var map = KubernetesObject.Of(json);
        var (texts, binary) = (Entries(json, "data"), Entries(json, "binaryData").Select(e => e.Name).ToHashSet(StringComparer.Ordinal));
        return map.Id is null || !texts.Select(e => e.Name).Concat(binary).Any(ConfigurationText.IsSign) ? new(map.Id)
            : new(map, texts.ToDictionary(e => e.Name, e => Text(e.Value), StringComparer.Ordinal), binary);
    }

    private static string? Told(string? text) => UntoldValue.Read(text) is null ? text : null;

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : throw new AbsentFieldException("data");

    private static IReadOnlyList<JsonProperty> Entries(JsonElement json, string name) =>
        json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out var entries) || entries.ValueKind is JsonValueKind.Null ? []
        : entries.ValueKind is JsonValueKind.Object ? [.. entries.EnumerateObject().DistinctBy(e => e.Name, StringComparer.Ordinal)] : throw new AbsentFieldException(name);
}
