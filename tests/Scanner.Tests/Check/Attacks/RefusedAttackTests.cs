namespace Scanner.Tests.Check.Attacks;

/// <summary>Scripts that reach out, keep state, hide what they do or overwhelm the compiler are refused, each with its place.</summary>
public sealed class RefusedAttackTests(RefusedAttacks attacks) : IClassFixture<RefusedAttacks>
{
    public static TheoryData<string> Refused() => Attack.Names("refused");

    [Theory, MemberData(nameof(Refused))]
    public void Is_refused(string attack) => Assert.NotEmpty(attacks.Errors[attacks.Ids[attack]]);

    [Fact]
    public void The_compiler_lives_and_nothing_was_left()
    {
        Assert.Equal(2, attacks.Result.ExitCode);
        Assert.EndsWith($"scanner: {attacks.Ids.Count} rule file(s) cannot be used", attacks.Result.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(attacks.Result.Output);
        Assert.Empty(attacks.Left);
    }
}
