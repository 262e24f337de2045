using Scanner.Model;
using Scanner.Model.Budgets;

namespace Scanner.Tests.Check.Rules;

/// <summary>A budget ends what takes too much, remembers that it did, and ends with the scan.</summary>
public sealed class BudgetTests
{
    private static readonly BudgetLimits s_small = new(1000, TimeSpan.FromMinutes(1), 1L << 30);

    [Fact]
    public void An_endless_rule_ends_with_the_scan() => Assert.Throws<OperationCanceledException>(() =>
        Scripts.Rule(Scripts.Checking("{ while (true) { } }")).Judge(new TargetGroup { Id = "tg" }, null!, new CancellationToken(canceled: true)));

    [Fact]
    public void Whoever_swallows_the_end_gains_nothing()
    {
        using var budget = Budget.Open(s_small, TestContext.Current.CancellationToken);
        Assert.Throws<BudgetExceededException>(() => Endless());
        Assert.Throws<BudgetExceededException>(() => Budget.Tick());
        Assert.Throws<BudgetExceededException>(budget.Verify);
    }

    [Fact]
    public void What_was_spent_within_counts_outside_again()
    {
        using var outer = Budget.Open(s_small, TestContext.Current.CancellationToken);
        using (Budget.Open(s_small, TestContext.Current.CancellationToken)) Assert.Throws<BudgetExceededException>(() => Endless());
        outer.Verify();
        Assert.Throws<BudgetExceededException>(() => Endless());
    }

    [Fact]
    public void Where_none_is_open_nothing_ends()
    {
        for (var i = 0; i < 10_000; i++) Budget.Enter();
        Assert.Equal(200_000, Budget.Made(new string('x', 200_000)).Length);
    }

    private static void Endless()
    {
        while (true) Budget.Tick();
    }
}
