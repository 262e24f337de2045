using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>What must be said of waivers beside the failures that they cover: nothing is dropped silently, and none outlives its use.</summary>
internal static class WaiverNotices
{
    public const string Expired = "SCN-030";
    public const string Outdated = "SCN-031";
    public const string Unused = "SCN-032";

    public static IEnumerable<Notification> Of(WaiverUse use) => use.State switch
    {
        WaiverState.Expired => [new(Expired, false, $"the waiver of {use.Waiver.Rule} for {Subjects(use)} {use.Why}, so that it fails again: mend it, or waive it anew ({By(use.Waiver)})", use.Waiver.Rule)],
        WaiverState.Outdated => [new(Outdated, false, $"the waiver of {use.Waiver.Rule} for {Subjects(use)} was given of other facts, so that it fails again: {use.Why} ({By(use.Waiver)})", use.Waiver.Rule)],
        WaiverState.Applied when use.Why.Length > 0 => [new(Outdated, false, $"the waiver of {use.Waiver.Rule} for {use.Waiver.Key} does not cover all of them: {use.Why} ({By(use.Waiver)})", use.Waiver.Rule)],
        WaiverState.Unused => [new(Unused, false, $"the waiver of {use.Waiver.Rule} for {use.Waiver.Key} is of no use: {use.Why}; take it out ({By(use.Waiver)})", use.Waiver.Rule)],
        _ => [],
    };

    private static string By(Waiver waiver) => $"{waiver.At}, {waiver.Owner}";

    private static string Subjects(WaiverUse use) => use.Findings.Count == 1 ? use.Findings[0].SubjectLabel : $"{use.Findings[0].SubjectLabel} and {use.Findings.Count - 1} more";
}
