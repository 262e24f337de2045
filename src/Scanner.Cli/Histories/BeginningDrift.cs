using Scanner.Check.History;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.History;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Histories;

/// <summary>Tells of each failure that is there what changed when it began; each pair of snapshots is compared once.</summary>
internal sealed class BeginningDrift(KeptChecks kept, Func<Snapshot, Snapshot, DriftReport> compare)
{
    private readonly Dictionary<(string, string), (DriftReport? Drift, string? Problem)> _steps = [];

    public async Task<HistoryReport> Put(HistoryReport history, CancellationToken cancellationToken)
    {
        var environments = new List<EnvironmentTrend>();
        foreach (var environment in history.Environments)
        {
            var failures = new List<FailureStory>();
            foreach (var failure in environment.Failures) failures.Add(failure.State is FailureState.Fails && failure.Before is { } before ? failure with { Drift = await Of(failure, before, cancellationToken) } : failure);
            environments.Add(environment with { Failures = failures });
        }
        return history with { Environments = environments };
    }

    private async Task<StepDrift> Of(FailureStory failure, PastCheck before, CancellationToken cancellationToken)
    {
        if (!_steps.TryGetValue((before.Name, failure.First.Name), out var step)) _steps[(before.Name, failure.First.Name)] = step = await Between(before, failure.First, cancellationToken);
        return step.Drift is { } drift ? StepDriftFinder.Of(failure.Finding, drift) : new([], 0, 0, step.Problem);
    }

    private async Task<(DriftReport?, string?)> Between(PastCheck before, PastCheck first, CancellationToken cancellationToken)
    {
        try
        {
            return (compare(await kept.Snapshot(before, cancellationToken), await kept.Snapshot(first, cancellationToken)), null);
        }
        catch (Exception e) when (e is UserErrorException or SnapshotFormatException)
        {
            return (null, OneLine.Of(e.Message));
        }
    }
}
