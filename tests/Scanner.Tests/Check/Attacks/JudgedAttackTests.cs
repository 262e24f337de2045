namespace Scanner.Tests.Check.Attacks;

/// <summary>Scripts that take too much are unknown and stop nothing else; those that only fail are unknown as well, and those that do no harm are judged.</summary>
public sealed class JudgedAttackTests(JudgedAttacks attacks) : IClassFixture<JudgedAttacks>
{
    public static TheoryData<string> Budget() => Attack.Names("budget");

    public static TheoryData<string> Unknown() => Attack.Names("unknown");

    public static TheoryData<string> Harmless() => Attack.Names("harmless");

    [Theory, MemberData(nameof(Budget))]
    public void Is_ended(string attack)
    {
        var id = attacks.Ids[attack];
        Assert.Equal("unknown", attacks.Verdicts[id]);
        var (kind, text) = Assert.Single(attacks.Notifications[id]);
        Assert.Equal("SCN-102", kind);
        Assert.StartsWith($"rule {id} was ended on ", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Unknown))]
    public void Is_unknown(string attack)
    {
        Assert.Equal("unknown", attacks.Verdicts[attacks.Ids[attack]]);
        Assert.DoesNotContain("SCN-102", attacks.Notifications[attacks.Ids[attack]].Select(n => n.Id));
    }

    [Theory, MemberData(nameof(Harmless))]
    public void Is_judged(string attack)
    {
        Assert.Equal("pass", attacks.Verdicts[attacks.Ids[attack]]);
        Assert.Empty(attacks.Notifications[attacks.Ids[attack]]);
    }

    [Fact]
    public void The_host_lives_and_nothing_was_left()
    {
        Assert.Equal(3, attacks.Result.ExitCode);
        Assert.Empty(attacks.Left);
    }
}
