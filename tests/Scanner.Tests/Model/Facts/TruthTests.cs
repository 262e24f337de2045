using Scanner.Model;

namespace Scanner.Tests.Model.Facts;

public sealed class TruthTests
{
    private static readonly Gap s_gap = new("aws/1/r", "TargetGroup", "a:B", GapCause.Denied, "no", new(RemedyKind.Permission, "a:B"));
    private static readonly Truth s_true = Truth.Of(true, Evidence.Derived);
    private static readonly Truth s_false = Truth.Of(false, Evidence.Derived);
    private static readonly Truth s_unknown = Truth.Unknown(s_gap);

    public static TheoryData<int, int, int, int> Kleene()
    {
        var data = new TheoryData<int, int, int, int>();
        foreach (var a in (int[])[-1, 0, 1])
            foreach (var b in (int[])[-1, 0, 1])
                data.Add(a, b, Math.Min(a, b), Math.Max(a, b));
        return data;
    }

    [Theory, MemberData(nameof(Kleene))]
    public void And_is_the_minimum_and_or_the_maximum(int a, int b, int and, int or)
    {
        Assert.Equal(and, Number(Of(a) & Of(b)));
        Assert.Equal(and, Number(Of(a) && Of(b)));
        Assert.Equal(or, Number(Of(a) | Of(b)));
        Assert.Equal(or, Number(Of(a) || Of(b)));
        Assert.Equal(-a, Number(!Of(a)));
    }

    [Fact]
    public void Default_is_unknown() => Assert.True(default(Truth).IsUnknown);

    [Fact]
    public void Whatever_needs_a_decision_of_an_unknown_ends_the_judgement()
    {
        Assert.Throws<UnknownFactException>(() => s_unknown ? 1 : 2);
        Assert.Throws<UnknownFactException>(() => s_unknown.Equals(s_false));
        Assert.Throws<UnknownFactException>(() => s_unknown == s_false);
        Assert.Throws<UnknownFactException>(() => s_unknown.GetHashCode());
        Assert.Throws<UnknownFactException>(() => $"{s_unknown}".Length);
        Assert.Throws<UnknownFactException>(() => ("" + s_unknown).Length);
    }

    [Fact]
    public void An_unknown_carries_the_gap_that_stands_in_the_way()
    {
        Assert.Same(s_gap, (s_true & s_unknown).Gap);
        Assert.Same(s_gap, (s_unknown | s_false).Gap);
        Assert.Same(s_gap, (!s_unknown).Gap);
    }

    private static Truth Of(int number) => number switch { 1 => s_true, -1 => s_false, _ => s_unknown };

    private static int Number(Truth truth) => truth.IsTrue ? 1 : truth.IsFalse ? -1 : 0;
}
