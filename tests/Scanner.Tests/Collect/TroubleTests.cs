using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>Every action that a scan asks for, in every trouble: the scan completes, says so, and knows everything else as before.</summary>
public sealed class TroubleTests
{
    /// <summary>An account with one of everything, and one with an EKS cluster.</summary>
    private static readonly string[] s_cases = ["parallelcluster-everything", "eks-good"];

    /// <summary>These scans wait far more than they work.</summary>
    private static readonly ParallelOptions s_many = new() { MaxDegreeOfParallelism = 16 };

    /// <summary>Listings without whose answer what follows is not complete either.</summary>
    private static readonly HashSet<string> s_unreached = ["route53:ListHostedZones"];

    public static MatrixTheoryData<string, (Trouble Trouble, GapCause Cause)> Troubles() => new(s_cases,
        [(Trouble.Denied, GapCause.Denied), (Trouble.Cut, GapCause.Failed), (Trouble.Empty, GapCause.Failed), (Trouble.Broken, GapCause.Failed), (Trouble.Expired, GapCause.Denied)]);

    public static TheoryData<string> Cases() => [.. s_cases];

    [Theory, MemberData(nameof(Troubles))]
    public async Task Action_in_trouble_is_a_gap_and_leaves_the_rest_as_it_was(string name, (Trouble Trouble, GapCause Cause) expected)
    {
        var (trouble, cause) = expected;
        var healthy = await Healthy(name);
        var problems = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(healthy.Actions, s_many, async (action, _) =>
        {
            await using var aws = new RecordedAws(name).With(action, trouble);
            var scan = await RecordedScan.Run(aws);
            foreach (var problem in Problems(action, cause, trouble, healthy.Snapshot, scan)) problems.Add($"{trouble} {action}: {problem}");
        });

        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Action_that_is_throttled_until_the_deadline_is_a_gap_and_leaves_the_rest_as_it_was(string name)
    {
        var healthy = await Healthy(name);
        var problems = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(healthy.Actions, s_many, async (action, _) =>
        {
            await using var aws = new RecordedAws(name).With(action, Trouble.Throttled);
            var clock = new HandClock();
            var scanning = new Scan("scanner test", clock) { Deadline = HandClock.Never, Limits = CallLimits.None }.Run([aws.Target], TestContext.Current.CancellationToken);
            await UntilOnlyThrottled(aws, action, healthy.Requests, scanning);
            clock.EndTime();
            foreach (var problem in Problems(action, GapCause.Throttled, Trouble.Throttled, healthy.Snapshot, await scanning)) problems.Add($"{action}: {problem}");
        });

        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }

    /// <summary>Until everything that can still be asked was answered, and the throttled action was asked again after that.</summary>
    private static async Task UntilOnlyThrottled(RecordedAws aws, string action, IReadOnlyList<AwsRequest> requests, Task scanning)
    {
        var others = action == "sts:GetCallerIdentity" ? 0 : requests.Count(r => r.Action != action && !Followers(action).Contains(r.Action));
        while (!scanning.IsCompleted && aws.Answered.Count(r => r.Action != action && !Followers(action).Contains(r.Action)) < others) await Task.Delay(10, TestContext.Current.CancellationToken);
        var asked = aws.Answered.Count;
        while (!scanning.IsCompleted && aws.Answered.Count < asked + 8) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Problems(string action, GapCause cause, Trouble trouble, Snapshot healthy, Snapshot scan)
    {
        if (scan.Gaps.Count == 0) yield return "no gap";
        foreach (var gap in scan.Gaps)
        {
            if (gap.Action != action) yield return $"a gap names {gap.Action}: {gap.Detail}";
            if (gap.Cause != cause) yield return $"the cause is {gap.Cause}, not {cause}: {gap.Detail}";
            if (gap.Detail.Length == 0 || gap.Detail.Contains('\n', StringComparison.Ordinal)) yield return $"the detail is not one line: '{gap.Detail}'";
            if (trouble is Trouble.Denied && gap.Remedy.ToString() != $"allow {action}") yield return $"the remedy is {gap.Remedy}";
            if (trouble is Trouble.Expired && !gap.Remedy.What.Contains("aws sso login", StringComparison.Ordinal)) yield return $"the remedy is {gap.Remedy}";
        }
        if (action == "sts:GetCallerIdentity") { if (scan.Observations.Count > 0) yield return "something was seen"; yield break; }
        foreach (var problem in Changes(action, healthy, scan)) yield return problem;
    }

    private static IEnumerable<string> Changes(string action, Snapshot healthy, Snapshot scan)
    {
        var (before, after) = (healthy.Facts(), scan.Facts());
        foreach (var fact in after.Except(before).Where(f => !f.Contains($"= ? {action}: ", StringComparison.Ordinal))) yield return $"new: {fact}";
        foreach (var fact in before.Except(after).Where(f => !Rests(f, action))) yield return $"gone: {fact}";
        foreach (var was in healthy.Coverage)
        {
            var now = scan.Coverage.Where(c => (c.Kind, c.Action) == (was.Kind, was.Action)).ToList();
            if (now.Count == 0) yield return $"coverage of {was.Kind} by {was.Action} is gone";
            if (now.All(c => c.Gap is null) == (was.Action == action || (s_unreached.Contains(action) && Followers(action).Contains(was.Action)))) yield return $"coverage of {was.Kind} by {was.Action} is wrong";
        }
    }

    private static bool Rests(string fact, string action) =>
        fact.Split('|')[0] is var source && (source == action || Followers(action).Contains(source));

    private static IReadOnlyList<string> Followers(string action) => AwsActions.Followers(action);

    private static async Task<(Snapshot Snapshot, IReadOnlyList<string> Actions, IReadOnlyList<AwsRequest> Requests)> Healthy(string name)
    {
        await using var aws = new RecordedAws(name);
        return (await RecordedScan.Run(aws), aws.Actions, aws.Requests);
    }
}
