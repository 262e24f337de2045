using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Tests.Collect.Answers;

/// <summary>How often who is asked, and what ends the waiting for it.</summary>
public sealed class ApiCallsTests
{
    private const string Here = "aws/1/us-east-1";
    private const string There = "aws/1/eu-west-1";

    private static readonly CallLimits s_slow = new() { Aws = new(1, 1), Route53 = new(1, 1), Cluster = new(1, 1) };

    private readonly SteppedClock _clock = new();

    [Theory]
    [InlineData(Here, "ec2:DescribeVpcs", Here, "ec2:DescribeSubnets", true)]
    [InlineData(Here, "ec2:DescribeVpcs", Here, "rds:DescribeDBInstances", false)]
    [InlineData(Here, "ec2:DescribeVpcs", There, "ec2:DescribeVpcs", false)]
    [InlineData(Here, "route53:ListHostedZones", There, "route53:ListHostedZones", true)]
    [InlineData(Here, "route53:ListHostedZones", "aws/2/us-east-1", "route53:ListHostedZones", false)]
    [InlineData("k8s/prod", "list pods", "k8s/prod", "get /version", true)]
    [InlineData("k8s/prod", "list pods", "k8s/test", "list pods", false)]
    public async Task Allowance_is_shared_within_a_service_of_an_account_and_region_and_within_a_cluster(string first, string asked, string second, string then, bool waits)
    {
        using var calls = new ApiCalls(_clock, HandClock.Never, s_slow);

        await Answered(calls, first, asked);
        await Answered(calls, second, then);

        Assert.Equal(waits ? [TimeSpan.FromSeconds(1)] : [], _clock.Pauses);
    }

    [Fact]
    public async Task Calls_are_counted_in_all_and_by_scope()
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));

        await Answered(calls, Here, "ec2:DescribeVpcs");
        await Answered(calls, Here, "rds:DescribeDBInstances");
        await Answered(calls, There, "ec2:DescribeVpcs");

        Assert.Equal((3, 2, 1, 0), (calls.Count, calls.In(Here).Count, calls.In(There).Count, calls.In("k8s/prod").Count));
    }

    [Fact]
    public async Task Scope_whose_calls_hang_leaves_slots_for_the_others()
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5), new() { PerScope = 2, Overall = 3 });
        var gate = new TaskCompletionSource<string>();
        var hanging = Enumerable.Range(0, 5).Select(_ => calls.Ask(Here, "ec2:DescribeVpcs", _ => gate.Task, Nothing, TestContext.Current.CancellationToken)).ToList();

        await Answered(calls, There, "ec2:DescribeVpcs");

        gate.SetResult("");
        await Task.WhenAll(hanging);
        Assert.Equal((5, 1), (calls.In(Here).Count, calls.In(There).Count));
    }

    [Fact]
    public async Task Throttling_slows_the_service_down_for_everything_that_is_asked_of_it()
    {
        using var calls = new ApiCalls(_clock, HandClock.Never, new() { Aws = new(10, 100) }) { Jitter = new(7) };
        var answers = new Queue<Func<string>>([() => throw new TimeoutException(), () => ""]);

        await calls.Ask(Here, "ec2:DescribeVpcs", _ => Task.FromResult(answers.Dequeue()()), _ => new(Throttled), TestContext.Current.CancellationToken);
        await Answered(calls, Here, "ec2:DescribeSubnets");
        await Answered(calls, Here, "rds:DescribeDBInstances");

        // its own pause, and then the turn of the next one: nothing is saved up any more
        Assert.Equal((int)new Jitter(7).Pause(1).TotalMilliseconds, (int)_clock.Pauses[0].TotalMilliseconds);
        Assert.NotEmpty(_clock.Pauses.Skip(1));
        Assert.All(_clock.Pauses.Skip(1), p => Assert.InRange(p, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task Service_that_says_when_is_asked_then()
    {
        using var calls = new ApiCalls(_clock, HandClock.Never, CallLimits.None);
        var answers = new Queue<Func<string>>([() => throw new TimeoutException(), () => ""]);

        await calls.Ask(Here, "ec2:DescribeVpcs", _ => Task.FromResult(answers.Dequeue()()), _ => new(Throttled, RetryAfter: TimeSpan.FromSeconds(42)), TestContext.Current.CancellationToken);

        Assert.Equal([TimeSpan.FromSeconds(42)], _clock.Pauses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task End_of_time_ends_the_wait(bool forItsTurn)
    {
        var clock = new EndlessClock();
        using var calls = new ApiCalls(clock, HandClock.Never, forItsTurn ? s_slow : CallLimits.None);
        if (forItsTurn) await Answered(calls, Here, "ec2:DescribeVpcs");
        var asking = calls.Ask(Here, "ec2:DescribeVpcs", Refuse, _ => new(Throttled), TestContext.Current.CancellationToken);
        await clock.Waiting;

        clock.EndTime();

        var refusal = (await asking).Refusal!;
        Assert.Equal(forItsTurn ? GapCause.Failed : GapCause.Throttled, refusal.Cause);
        Assert.Contains("the scan's time was up", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(0, calls.In(Here).Waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_ends_the_wait(bool forItsTurn)
    {
        using var user = new CancellationTokenSource();
        var clock = new EndlessClock();
        using var calls = new ApiCalls(clock, HandClock.Never, forItsTurn ? s_slow : CallLimits.None);
        if (forItsTurn) await Answered(calls, Here, "ec2:DescribeVpcs");
        var asking = calls.Ask(Here, "ec2:DescribeVpcs", Refuse, _ => new(Throttled), user.Token);
        await clock.Waiting;
        Assert.Equal(1, calls.In(Here).Waiting);

        await user.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Call_that_does_not_listen_is_left_when_the_user_cancels()
    {
        using var user = new CancellationTokenSource();
        using var released = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        var asking = calls.Ask(Here, "sts:GetCallerIdentity", _ =>
        {
            started.SetResult();
            released.Wait(CancellationToken.None);
            return Task.FromResult("");
        }, _ => new(Throttled), user.Token);
        await started.Task;

        await user.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        released.Set();
    }

    [Fact]
    public async Task Call_that_takes_too_long_is_ended()
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5), CallLimits.None with { LongestCall = TimeSpan.FromMilliseconds(50) });

        var outcome = await calls.Ask<string>(Here, "ec2:DescribeVpcs", async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return "";
        }, e => new(Throttled with { Cause = GapCause.Failed }), TestContext.Current.CancellationToken);

        Assert.IsAssignableFrom<OperationCanceledException>(outcome.Thrown);
    }

    [Fact]
    public void Pauses_are_spread_from_nothing_up_to_a_bound_that_doubles()
    {
        var jitter = new Jitter(1);
        foreach (var (attempts, longest) in (IEnumerable<(int, double)>)[(1, 0.5), (2, 1), (3, 2), (6, 16), (7, 20), (1000, 20)])
        {
            var pauses = Enumerable.Range(0, 200).Select(_ => jitter.Pause(attempts).TotalSeconds).ToList();
            Assert.InRange(pauses.Max(), longest * 0.9, longest);
            Assert.InRange(pauses.Min(), 0, longest * 0.1);
        }
    }

    private static Refusal Throttled { get; } = new(GapCause.Throttled, "slow down", new(RemedyKind.Retry, "later"));

    private static Task<string> Refuse(CancellationToken stop) => throw new TimeoutException();

    private static Setback? Nothing(Exception e) => null;

    private static Task Answered(ApiCalls calls, string scope, string action) =>
        calls.Ask(scope, action, _ => Task.FromResult(""), Nothing, TestContext.Current.CancellationToken);

    /// <summary>A clock on which no pause is ever over, and whose deadline comes when the test says so.</summary>
    private sealed class EndlessClock : TimeProvider
    {
        private readonly TaskCompletionSource _waiting = new();
        private (TimerCallback Callback, object? State) _deadline;

        /// <summary>Done when something waits.</summary>
        public Task Waiting => _waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == HandClock.Never) _deadline = (callback, state);
            else if (dueTime > TimeSpan.Zero) _waiting.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void EndTime() => _deadline.Callback(_deadline.State);
    }
}
