using System.Collections.Concurrent;

namespace Scanner.Tests.Collect;

public sealed class ThrottledAtFirstTests
{
    private static readonly ParallelOptions s_many = new() { MaxDegreeOfParallelism = 8 };

    [Theory]
    [InlineData("parallelcluster-everything")]
    [InlineData("eks-good")]
    public async Task Whatever_is_throttled_and_then_answered_is_known_as_if_nothing_had_been(string name)
    {
        await using var healthy = new RecordedDeployment(name);
        var facts = (await healthy.Scan()).Facts();
        var problems = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(healthy.Actions, s_many, async (action, _) =>
        {
            await using var throttled = new RecordedDeployment(name);
            throttled.With(action, Trouble.ThrottledAtFirst);
            var snapshot = await throttled.Scan(new HandClock(), HandClock.Never);
            foreach (var fact in facts.Except(snapshot.Facts())) problems.Add($"{action}: gone: {fact}");
            foreach (var fact in snapshot.Facts().Except(facts)) problems.Add($"{action}: new: {fact}");
            if (throttled.Times(action) <= healthy.Times(action)) problems.Add($"{action}: not asked again");
        });

        Assert.Empty(problems.Order(StringComparer.Ordinal));
    }
}
