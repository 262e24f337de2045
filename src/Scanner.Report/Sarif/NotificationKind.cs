using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>A kind of notification: its stable id and what it means.</summary>
internal sealed record NotificationKind(string Id, string Name, string Meaning, string Fix)
{
    public static readonly NotificationKind NotAnswered = new("SCN-010", "CallNotAnswered",
        "A call was not answered, so the scan is incomplete.", "Grant the permission that the message names, or scan again.");

    public static readonly NotificationKind NotSeen = new("SCN-011", "FactNotSeen",
        "A fact that a rule needs was not seen.", "Do what the message names: a parameter, a flag, another source, an attestation.");

    public static readonly NotificationKind Unlisted = new("SCN-012", "EnvironmentsNotListed",
        "There may be environments that were not found.", "Grant the permission that the message names.");

    public static readonly NotificationKind Cut = new("SCN-020", "ResultsLeftOut",
        "There are more results than are kept.", "Mend the weightiest failures, or write the full log.");

    private static readonly NotificationKind s_causesCut = new("SCN-021", "CausesNotSearched",
        "There may be more common causes of failures than are told.", "Ask scanner explain what one failure rests on.");

    private static readonly NotificationKind s_ruleFailed = new("SCN-101", "RuleFailed",
        "A rule failed on a subject, whose verdict is therefore unknown.", "Mend the rule that the message names.");

    private static readonly NotificationKind s_ruleEnded = new("SCN-102", "RuleEnded",
        "A rule took more time, steps or memory than it may, and its verdict is therefore unknown.", "Mend the rule that the message names.");

    private static readonly NotificationKind s_isolationEnded = new("SCN-103", "IsolationEnded",
        "The process that runs isolated rules ended, and their verdicts are therefore unknown.", "Do what the message says, or leave rules out until the one that does it is found.");

    public static readonly NotificationKind NotEvaluatedAgain = new("SCN-033", "FailureNotEvaluatedAgain",
        "A failure of the baseline could not be evaluated again, so it does not count as fixed.", "Do what the message says, or make the baseline anew.");

    private static readonly NotificationKind[] s_ofWaivers =
    [
        new("SCN-030", "WaiverExpired", "A waiver is past, and what it covered fails again.", "Mend the failure, or waive it anew."),
        new("SCN-031", "WaiverOutdated", "A waiver was given of other facts, and what it covered fails again.", "Look at the facts that the message names, and waive the failure anew."),
        new("SCN-032", "WaiverUnused", "Nothing fails that a waiver would cover.", "Take the waiver out of its file."),
    ];

    /// <summary>The kind of what the check itself reported.</summary>
    public static NotificationKind Of(Notification notification) => notification.Id == s_ruleFailed.Id ? s_ruleFailed : notification.Id == s_ruleEnded.Id ? s_ruleEnded : notification.Id == s_isolationEnded.Id ? s_isolationEnded : notification.Id == s_causesCut.Id ? s_causesCut
        : Array.Find(s_ofWaivers, k => k.Id == notification.Id) ?? new(notification.Id, "Notification" + SarifName.Pascal(notification.Id),
            "Something about the scan itself that a reader must know.", "Read the message.");

    public SarifDescriptor Describe(SarifLevel level, ReportOptions options) => new(Id, Name, new(Meaning))
    {
        FullDescription = new(Meaning),
        Help = new(Fix),
        HelpUri = options.HelpUri?.Invoke(Id),
        DefaultConfiguration = new(level),
    };
}
