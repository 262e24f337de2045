using System.IO.Enumeration;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>Keeps expected drift out of a report, and counts it by the first rule that fits.</summary>
internal sealed class Ignoring(IReadOnlyList<IgnoreRule> rules)
{
    private readonly int[] _changes = new int[rules.Count];
    private readonly int[] _undecided = new int[rules.Count];

    /// <summary>The rules of the user, and those of the program that fitted something.</summary>
    public IReadOnlyList<Ignored> Ignored =>
        [.. rules.Select((rule, i) => new Ignored(rule, _changes[i], _undecided[i])).Where(i => !i.IsUnused || i.Rule.Place is not null)];

    public bool Ignores(Change change) => Ignores(change.Resource, change.PathText, _changes);

    public bool Ignores(Conflict conflict) => Ignores(conflict.Resource, conflict.PathText, _changes);

    public bool Ignores(Undecided undecided) => Ignores(undecided.Resource, undecided.Property, _undecided);

    private bool Ignores(ResourceName resource, string? path, int[] counts)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (!Fits(rules[i], resource, path)) continue;
            counts[i]++;
            return true;
        }
        return false;
    }

    /// <summary>What is undecided as a whole is ignored only by a rule that ignores all of it.</summary>
    private static bool Fits(IgnoreRule rule, ResourceName resource, string? path) =>
        (rule.Kind is null || rule.Kind == resource.Kind) && Fits(rule.Key, resource.Key) && Fits(rule.Path, path);

    private static bool Fits(string? pattern, string? text) => pattern is null || (text is not null && FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false));
}
