using System.Diagnostics;

namespace Scanner.Model.Budgets;

/// <summary>What is left of a budget. It is looked at every few thousand steps, more often where steps take long.</summary>
internal sealed class OpenBudget : IDisposable
{
    private const int Fewest = 16;
    private const int MostSteps = 16_384;
    private const long AllocatedBetweenLooks = 256L << 20;

    private readonly BudgetLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly long _memory = GC.GetTotalMemory(forceFullCollection: false);
    private readonly long _begun = Stopwatch.GetTimestamp();

    private long _steps;
    private long _looked;
    private long _allocated = GC.GetAllocatedBytesForCurrentThread();

    internal OpenBudget(OpenBudget? outer, nint outerStackEnd, BudgetLimits limits, CancellationToken cancellationToken)
    {
        (Outer, OuterStackEnd, _limits, _cancellationToken) = (outer, outerStackEnd, limits, cancellationToken);
        (_steps, _looked) = (limits.Steps, _begun);
        Slice = (int)Math.Min(256, limits.Steps);
    }

    /// <summary>What was exceeded, as a clause without its subject; null where nothing was.</summary>
    public string? Exceeded { get; private set; }

    internal OpenBudget? Outer { get; }

    internal nint OuterStackEnd { get; }

    /// <summary>How many steps until the next look.</summary>
    internal int Slice { get; private set; }

    /// <summary>Ends here and now what exceeded the budget somewhere and was caught there.</summary>
    /// <exception cref="BudgetExceededException">It was exceeded.</exception>
    public void Verify()
    {
        if (Exceeded is { } reason) throw new BudgetExceededException(reason);
    }

    public void Dispose() => Budget.Close(this);

    /// <exception cref="BudgetExceededException">Always.</exception>
    internal void End(string reason)
    {
        Exceeded ??= reason;
        Verify();
    }

    /// <summary>Takes the steps since the last look away from those that are left.</summary>
    internal void Settle(int left) => (_steps, Slice) = (_steps - (Slice - (long)left), (int)Math.Clamp(_steps, 1, Slice));

    /// <param name="left">How many steps of the slice are left; negative where more were taken.</param>
    /// <returns>How many steps until the next look.</returns>
    /// <exception cref="BudgetExceededException">It is exceeded.</exception>
    /// <exception cref="OperationCanceledException">The user ends the scan.</exception>
    internal int Look(int left)
    {
        Verify();
        _cancellationToken.ThrowIfCancellationRequested();
        _steps -= Slice - (long)left;
        if (_steps < 0) End($"takes more than {_limits.Steps} steps");
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_begun, now) > _limits.Time) End($"takes more than {_limits.Time.TotalSeconds} s");
        if (GC.GetAllocatedBytesForCurrentThread() - _allocated > AllocatedBetweenLooks) LookAtMemory();
        Slice = Next(Stopwatch.GetElapsedTime(_looked, now));
        _looked = now;
        return Slice;
    }

    /// <summary>Long enough to cost nothing, short enough to end a rule whose steps are long.</summary>
    private int Next(TimeSpan took) => (int)Math.Min(Math.Max(1, _steps),
        took < TimeSpan.FromMilliseconds(0.5) ? Math.Min(Slice * 2, MostSteps) : took > TimeSpan.FromMilliseconds(10) ? Math.Max(Slice / 4, Fewest) : Slice);

    private void LookAtMemory()
    {
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        if (GC.GetTotalMemory(forceFullCollection: false) - _memory > _limits.Memory && GC.GetTotalMemory(forceFullCollection: true) - _memory > _limits.Memory)
            End($"takes more than {_limits.Memory >> 20} MB of memory");
    }
}
