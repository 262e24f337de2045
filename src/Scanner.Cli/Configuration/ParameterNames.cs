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
        ["allowLocalSessions"] = text => text is "true" or "false" ? null : $"'{text}' is neither true nor false",
        ["accountingDatabase"] = _ => null,
        ["workbenchPorts"] = text => text.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(p => !IsPort(p)) is { } wrong ? $"'{wrong}' is no port" : null,
        ["entryLoadBalancers"] = _ => null,
        ["workbenchHostnames"] = _ => null,
        ["homeMountPath"] = text => text.Length == 0 ? "the path is empty" : null,
    };

    public static IReadOnlyList<string> All { get; } = [.. s_problems.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with a parameter; null where nothing is.</summary>
    public static string? Problem(string name, string text) => s_problems.TryGetValue(name, out var problem)
        ? problem(text) is { } wrong ? $"parameter {name}: {wrong}" : null
        : $"there is no parameter '{name}'{Suggestion.For(name, All)}";

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536;
}
