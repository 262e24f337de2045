using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Isolation;

/// <summary>The isolated rules of a check, over one environment of it.</summary>
internal sealed class IsolatedRun(Model.Environment environment, Parameters parameters, IReadOnlyList<LoadedRule> rules)
{
    private readonly List<Notification> _notifications = [];

    public IReadOnlyList<Notification> Notifications => _notifications;

    /// <param name="asked">Rules that are isolated, all in the same process.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <param name="only">Which subjects are judged, by kind and id; null for all.</param>
    /// <param name="named">The resources whose readings are wanted; null where the graph names all, or none.</param>
    public IReadOnlyList<Finding> Judge(IReadOnlyList<RuleDescription> asked, CancellationToken cancellationToken, IReadOnlySet<(string Kind, string Id)>? only = null, IReadOnlySet<string>? named = null)
    {
        if (asked.Count == 0 || rules.Select(r => r.Isolation).FirstOrDefault(i => i is not null) is not { } isolation) return [];
        var (findings, notifications) = isolation.Judge(environment, parameters, asked, only, named, cancellationToken);
        _notifications.AddRange(notifications);
        return findings;
    }
}
