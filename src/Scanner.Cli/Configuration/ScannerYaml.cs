using Scanner.Cli.Artifacts;
using Scanner.Cli.Histories;
using Scanner.Cli.Notices;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Drift;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>The user's <c>scanner.yaml</c>.</summary>
internal sealed record ScannerYaml
{
    public const string FileName = "scanner.yaml";

    public IReadOnlyList<LiveTarget> Targets { get; init; } = [];

    /// <summary>A snapshot from whose header the places of resources in files are taken; null where there is none.</summary>
    public string? Locations { get; init; }

    public StringMap Parameters { get; init; } = StringMap.Empty;

    /// <summary>Folders with rules of the user's, relative to the file.</summary>
    public IReadOnlyList<string> RulePaths { get; init; } = [];

    /// <summary>The file of waivers; null where none is named.</summary>
    public string? Waivers { get; init; }

    /// <summary>The baseline that checks are compared to; null where none is named.</summary>
    public string? Baseline { get; init; }

    /// <summary>Where checks are kept, and how many; null where that is not said.</summary>
    public HistoryChoice? History { get; init; }

    /// <summary>Whom to tell what changed; null for nobody.</summary>
    public NoticeChoice? Notify { get; init; }

    /// <summary>Whether user rules run in a process of their own.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Rules that do not run.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Drift that is expected.</summary>
    public IReadOnlyList<IgnoreRule> Ignore { get; init; } = [];

    /// <summary>Reads the given file, or the nearest one from <paramref name="directory"/> upwards.</summary>
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static ScannerYaml Load(string? file, string directory)
    {
        var path = file ?? Upwards(directory);
        return path is null ? new() : Load(YamlDocument.Load(Relative(path, directory)));
    }

    /// <summary>The nearest scanner.yaml from a directory upwards; null where there is none.</summary>
    public static string? Upwards(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, FileName))) return Path.Combine(at.FullName, FileName);
        return null;
    }

    private static string Relative(string path, string directory) => Path.GetRelativePath(directory, Path.GetFullPath(path, directory));

    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static ScannerYaml Load(YamlDocument yaml)
    {
        var result = new ScannerYaml();
        foreach (var (key, _, value) in yaml.Entries(yaml.Root, "targets", "parameters", "rules", "locations", "ignore", "waivers", "baseline", "history", "notify"))
            result = key switch
            {
                "targets" => result with { Targets = [.. yaml.Items(value).Select(t => TargetYaml.Read(yaml, t))] },
                "locations" => result with { Locations = Beside(yaml, value) },
                "waivers" => result with { Waivers = Beside(yaml, value) },
                "baseline" => result with { Baseline = ArtifactAddress.IsRemote(yaml.Text(value)) ? yaml.Text(value) : Beside(yaml, value) },
                "history" => result with { History = HistoryYaml.Read(yaml, value) },
                "notify" => result with { Notify = NotifyYaml.Read(yaml, value) },
                "ignore" => result with { Ignore = [.. yaml.Items(value).Select(i => IgnoreYaml.Read(yaml, i))] },
                "parameters" => result with { Parameters = ReadParameters(yaml, value) },
                _ => Rules(yaml, value, result),
            };
        return result;
    }

    /// <summary>A path that is relative to the file.</summary>
    private static string Beside(YamlDocument yaml, YamlNode value) => Path.Combine(Path.GetDirectoryName(yaml.File) ?? "", yaml.Text(value));

    private static StringMap ReadParameters(YamlDocument yaml, YamlNode node) => new(yaml.Entries(node, ParameterNames.All).Select(e =>
    {
        var text = string.Join(',', yaml.Texts(e.Value));
        return ParameterNames.Problem(e.Key, text) is { } problem ? throw yaml.Error(e.Value, problem) : KeyValuePair.Create(e.Key, text);
    }));

    private static ScannerYaml Rules(YamlDocument yaml, YamlNode node, ScannerYaml result)
    {
        foreach (var (key, _, value) in yaml.Entries(node, "paths", "disable", "severity", "isolate"))
            result = key switch
            {
                "paths" => result with { RulePaths = [.. yaml.Texts(value).Select(p => Path.Combine(Path.GetDirectoryName(yaml.File) ?? "", p))] },
                "isolate" => result with { IsIsolated = yaml.Text(value) switch { "true" => true, "false" => false, var other => throw yaml.Error(value, $"'{other}': expected true or false") } },
                "disable" => result with { Disabled = yaml.Texts(value) },
                _ => result with { Severities = yaml.Entries(value).ToDictionary(e => e.Key, e => SeverityOf(yaml, e.Value)) },
            };
        return result;
    }

    private static Severity SeverityOf(YamlDocument yaml, YamlNode node) => yaml.Text(node) switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "note" => Severity.Note,
        var other => throw yaml.Error(node, $"'{other}' is no severity; known are error, warning, note"),
    };
}
