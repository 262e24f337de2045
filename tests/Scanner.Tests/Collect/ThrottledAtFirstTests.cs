using Scanner.Collect;

namespace Scanner.Tests.Collect;

public sealed class ThrottledAtFirstTests
{
    [Fact]
    public async Task Whatever_is_throttled_and_then_answered_is_known_as_if_nothing_had_been()
    {
        await using var healthy = new RecordedAws("parallelcluster-good");
        var facts = (await RecordedScan.Run(healthy)).Facts();

        await Parallel.ForEachAsync(healthy.Actions, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (action, stop) =>
        {
            await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.ThrottledAtFirst);
            var snapshot = await new Scan("scanner test", new HandClock()) { Deadline = HandClock.Never, Limits = CallLimits.None }.Run([aws.Target], stop);
            Assert.True(facts.SequenceEqual(snapshot.Facts()), action);
            Assert.True(aws.Requests.Count(r => r.Action == action) > healthy.Requests.Count(r => r.Action == action), action);
        });
    }
}
