using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Where sessions are placed that the launcher starts without templates: by the JSON that its profiles put into jobs.</summary>
internal static partial class JobOverrides
{
    public const string Plugin = "launcher.kubernetes.conf";
    public const string Profiles = "launcher.kubernetes.profiles.conf";

    private const string Setting = "job-json-overrides";
    private const int Largest = 64 * 1024;
    private const string PodSpec = "/spec/template/spec/";

    [GeneratedRegex("\\G\\s*\"(?<target>[^\"]*)\"\\s*:\\s*\"[^\"]*\"\\s*(,|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry { get; }

    /// <summary>Null where templates are used, or where no Kubernetes launcher is configured here.</summary>
    /// <param name="files">The readings of the files that stand together.</param>
    public static PlacementReading? Read(IReadOnlyDictionary<string, ConfigurationReading> files)
    {
        if (!files.TryGetValue(Plugin, out var plugin)) return null;
        if (plugin.File is not { } settings) return PlacementReading.Undecided(plugin.Refusal!.Detail);
        if (Values(settings, "use-templating").Any(v => v is not ("0" or "false"))) return null;
        if (!files.TryGetValue(Profiles, out var reading)) return PlacementReading.Undecided($"{Profiles}, which may hold {Setting}, is not beside {Plugin}");
        if (reading.File is not { } profiles) return PlacementReading.Undecided(reading.Refusal!.Detail);
        var problem = Values(profiles, Setting).Concat(Values(settings, Setting)).Select(Problem).FirstOrDefault(p => p is not null);
        return problem is null ? PlacementReading.Anywhere : PlacementReading.Undecided(problem);
    }

    private static IEnumerable<string> Values(ConfigurationFile file, string key) => file.Sections.AsEnumerable().Select(s => s.Values[key]).OfType<string>();

    private static string? Problem(string overrides)
    {
        if (overrides.Length > Largest) return $"{Setting} in {Profiles} is larger than {Largest / 1024} KB";
        for (var at = 0; at < overrides.Length;)
        {
            if (Entry.Match(overrides, at) is not { Success: true } entry) return $"{Setting} in {Profiles} cannot be read";
            if (Touches(entry.Groups["target"].Value) is { } part) return $"{Setting} in {Profiles} changes {part}";
            at += entry.Length;
        }
        return null;
    }

    /// <summary>What of a placement is the target, within it, or around it.</summary>
    private static string? Touches(string target) => Placements.Names
        .FirstOrDefault(name => $"{PodSpec}{name}/".StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal) || target.StartsWith($"{PodSpec}{name}/", StringComparison.Ordinal));
}
