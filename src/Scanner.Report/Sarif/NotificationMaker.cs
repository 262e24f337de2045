using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>What stood in a run's way, as SARIF notifications with their descriptors.</summary>
internal sealed class NotificationMaker(RuleDescriptors rules, ReportOptions options)
{
    private readonly List<SarifDescriptor> _descriptors = [];
    private readonly List<SarifNotification> _notifications = [];

    public IReadOnlyList<SarifDescriptor>? Descriptors => _descriptors.Count == 0 ? null : _descriptors;

    public IReadOnlyList<SarifNotification>? Notifications => _notifications.Count == 0 ? null : _notifications;

    public bool HasErrors => _notifications.Exists(n => n.Level is SarifLevel.Error);

    /// <summary>A call that was not answered, or a fact that was not seen and that a verdict needed.</summary>
    public void Add(Gap gap)
    {
        var scope = gap.Scope.Length == 0 ? "" : $" in '{Safe(gap.Scope)}'";
        Add(gap.MakesIncomplete ? NotificationKind.NotAnswered : NotificationKind.NotSeen, SarifLevel.Warning, null,
            $"'{Safe(gap.Action)}'{scope} was not seen: '{Safe(Reason(gap))}'. What would decide it: '{Safe(gap.Remedy.ToString())}'.");
    }

    public void AddUnlisted(Gap gap) => Add(NotificationKind.Unlisted, SarifLevel.Warning, null,
        $"There may be environments that were not found: '{Safe(gap.ToString())}'. What would decide it: '{Safe(gap.Remedy.ToString())}'.");

    public void AddCut(int left, int all) => Add(NotificationKind.Cut, SarifLevel.Warning, null,
        $"'{Number(left)}' of '{Number(all)}' results were left out, the lightest ones: GitHub keeps no more.");

    /// <summary>Failures of the baseline that were not re-evaluated, here and in environments that were not found: one for each reason.</summary>
    public void Add(IReadOnlyList<PastFailure> past, BaselineComparison? comparison)
    {
        var all = past.Select(f => (Where: "", Failure: f)).Concat((comparison?.Elsewhere ?? []).Select(e => (Where: $" of '{Safe(e.Environment)}'", e.Failure)));
        foreach (var alike in all.Where(p => !p.Failure.IsFixed).GroupBy(p => (p.Where, p.Failure.Why)))
            Add(NotificationKind.NotEvaluatedAgain, SarifLevel.Warning, null,
                $"'{Number(alike.Count())}' failures of the baseline{alike.Key.Where} were not re-evaluated ('{string.Join("', '", alike.Select(a => Safe(a.Failure.Finding.Rule.Id)).Distinct())}'): '{Safe(alike.Key.Why)}'.");
    }

    public void Add(Notification notification) => Add(NotificationKind.Of(notification),
        notification.IsError ? SarifLevel.Error : SarifLevel.Warning, notification.Rule, SarifEscape.Sentence(Safe(notification.Text)));

    private void Add(NotificationKind kind, SarifLevel level, string? rule, string text)
    {
        var index = _descriptors.FindIndex(d => d.Id == kind.Id);
        if (index < 0)
        {
            index = _descriptors.Count;
            _descriptors.Add(kind.Describe(level, options));
        }
        _notifications.Add(new(new(kind.Id, index), level, new(text)) { AssociatedRule = rules.Reference(rule) });
    }

    private static string Reason(Gap gap) =>
        gap.Cause.ToString().ToLowerInvariant() + (gap.Detail.Length == 0 ? "" : ", " + gap.Detail.TrimEnd('.'));

    private static string Safe(string text) => SarifEscape.Message(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
