using System.Text.Json;

namespace Scanner.Check;

/// <summary>Which API actions the shipped rules need; derived from the rules' own tests and kept beside them.</summary>
/// <param name="actions">Rule id to actions, e.g. <c>rds:DescribeDBInstances</c> and <c>list pods</c>.</param>
public sealed class RuleNeeds(IReadOnlyDictionary<string, IReadOnlyList<string>> actions)
{
    /// <summary>The file's name, below <c>rules/</c> and beside the program.</summary>
    internal const string FileName = "needs.json";

    /// <summary>Those of the rules beside the program; of none where the file is missing, which asks for more and hides nothing.</summary>
    public static RuleNeeds Installed()
    {
        var file = Path.Combine(AppContext.BaseDirectory, FileName);
        return new(File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(File.ReadAllText(file))! : []);
    }

    /// <summary>Rule id to actions.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByRule => actions;

    /// <summary>All that the rules need together; null where nobody knows what one of them needs, because it is the user's own.</summary>
    public IReadOnlySet<string>? Of(IReadOnlyList<LoadedRule> rules) => rules.All(r => r.IsShipped && actions.ContainsKey(r.Id))
        ? rules.SelectMany(r => actions[r.Id]).ToHashSet(StringComparer.Ordinal)
        : null;
}
