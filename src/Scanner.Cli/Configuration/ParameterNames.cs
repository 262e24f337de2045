using System.Globalization;
using Scanner.Check;
using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli.Configuration;

/// <summary>The parameters there are, and what their values must look like.</summary>
internal static class ParameterNames
{
    private static readonly Dictionary<string, Func<string, string?>> s_problems = new(StringComparer.Ordinal)
    {
        ["architecture"] = text => text.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(a => Architecture.Find(a) is null) is { } unknown
            ? $"'{unknown}' is no architecture{Suggestion.For(unknown, [.. Architecture.All.Select(a => a.Key)])}" : null,
        ["minParallelCluster"] = text => SemanticVersion.Parse(text) is null ? $"'{text}' is no version such as 3.8.0" : null,
        ["minKubernetes"] = text => SemanticVersion.Parse(text) is null ? $"'{text}' is no version such as 1.30" : null,
        ["workbenchChart"] = text => SemanticVersion.Parse(text) is null ? $"'{text}' is no version such as 0.22.0" : null,
        ["workbenchDatabase"] = _ => null,
        ["workbenchImages"] = _ => null,
        ["sessionNodePool"] = text => text.Length == 0 ? "the name is empty" : null,
        ["sessionTaint"] = text => Taint.Parse(text) is null ? $"'{text}' is no taint such as workload=sessions:NoSchedule" : null,
        ["allowLocalSessions"] = Switch,
        ["accountingDatabase"] = _ => null,
        ["workbenchPorts"] = text => text.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(p => !IsPort(p)) is { } wrong ? $"'{wrong}' is no port" : null,
        ["entryLoadBalancers"] = _ => null,
        ["workbenchHostnames"] = _ => null,
        ["homeMountPath"] = text => text.Length == 0 ? "the path is empty" : null,
        ["adminCidrs"] = text => Items(text).FirstOrDefault(b => Cidr.Parse(b) is null) is { } wrong ? $"'{wrong}' is no block of addresses such as 10.0.0.0/8" : null,
        ["allowT3"] = Switch,
        ["clientOs"] = text => text.Length == 0 ? "the value is empty" : null,
        ["environmentKind"] = text => OneOf(text, ["production", "poc"]),
        ["existingNetApp"] = Switch,
        ["expectedConcurrentSessions"] = Number,
        ["expectedConcurrentUsers"] = Number,
        ["extraFamilies"] = text => text.Length == 0 ? "the value is empty" : null,
        ["failureDomain"] = text => text.Length == 0 ? "the value is empty" : null,
        ["homeGiBPerUser"] = Number,
        ["ingressScheme"] = text => OneOf(text, ["internet-facing", "internal"]),
        ["joinScaleThreshold"] = Number,
        ["licensesRequired"] = Switch,
        ["loginNodeTable"] = text => Items(text).FirstOrDefault(r => r.Split('=') is not [var sessions, var nodes] || !IsNumber(sessions) || !IsNumber(nodes)) is { } wrong ? $"'{wrong}' is no row such as 500=2" : null,
        ["networkingProfile"] = text => OneOf(text, ["000", "001"]),
        ["requiredIdes"] = text => OneOf(text, ["rstudio", "jupyterlab", "notebook", "vscode", "positron"]),
        ["requiredPythonVersions"] = text => text.Length == 0 ? "the value is empty" : null,
        ["requiredRVersions"] = text => text.Length == 0 ? "the value is empty" : null,
        ["sessionProfile"] = text => SessionProfile.Parse(text) is null ? $"'{text}' is no profile such as avgCpu=1.5,avgMemGiB=5,maxCpu=8,maxMemGiB=32" : null,
        ["sharedPaths"] = text => text.Length == 0 ? "the value is empty" : null,
        ["sharedStoragePath"] = text => text.Length == 0 ? "the value is empty" : null,
        ["smallTeamThreshold"] = Number,
        ["staticNodesAllowed"] = Switch,
        ["submitHosts"] = text => text.Length == 0 ? "the value is empty" : null,
        ["supportedWorkbenchEditions"] = text => Items(text).FirstOrDefault(e => e.Split('=') is not [_, var day] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) is { } wrong ? $"'{wrong}' is no edition such as 2026.08=2026-08-12" : null,
        ["totalUsers"] = Number,
        ["userCidrs"] = text => Items(text).FirstOrDefault(b => Cidr.Parse(b) is null) is { } wrong ? $"'{wrong}' is no block of addresses such as 10.0.0.0/8" : null,
        ["workPaths"] = text => text.Length == 0 ? "the value is empty" : null,
        ["workbenchConfigDir"] = text => text.Length == 0 ? "the value is empty" : null,
        ["workbenchHosts"] = text => text.Length == 0 ? "the value is empty" : null,
        ["workbenchSecretFiles"] = text => Items(text).FirstOrDefault(f => f.Contains('/')) is { } wrong ? $"'{wrong}' is no name of a file such as database.conf" : null,
        ["workload"] = text => OneOf(text, ["extreme-throughput", "scale-out", "latency", "small-files", "budget", "elastic"]),
        ["workloadStable"] = Switch,
    };

    public static IReadOnlyList<string> All { get; } = [.. s_problems.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with a parameter; null where nothing is.</summary>
    public static string? Problem(string name, string text) => s_problems.TryGetValue(name, out var problem)
        ? problem(text) is { } wrong ? $"parameter {name}: {wrong}" : null
        : $"there is no parameter '{name}'{Suggestion.For(name, All)}";

    private static string? Switch(string text) => text is "true" or "false" ? null : $"'{text}' is neither true nor false";

    private static string? Number(string text) => IsNumber(text) ? null : $"'{text}' is no whole number";

    private static string? OneOf(string text, string[] known) => Items(text).FirstOrDefault(t => !known.Contains(t)) is { } wrong ? $"'{wrong}' is none of {string.Join(", ", known)}{Suggestion.For(wrong, known)}" : null;

    private static string[] Items(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536;
}
