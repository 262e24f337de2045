using Scanner.Model;

namespace Scanner.Tests.Model.Facts;

public sealed class FactTests
{
    private static readonly Gap s_gap = new("aws/1/r", "TargetGroup", "a:B", GapCause.Denied, "no", new(RemedyKind.Permission, "a:B"));

    [Fact]
    public void Default_is_unknown_and_says_that_nobody_asked()
    {
        var fact = default(Fact<int>);
        Assert.Equal(GapCause.NotAsked, Assert.Throws<UnknownFactException>(() => fact.Value).Gap.Cause);
    }

    [Fact]
    public void Null_is_a_value()
    {
        Fact<string?> absent = (string?)null;
        Assert.Null(absent.Value);
        Assert.True((absent == null).IsTrue);
    }

    [Fact]
    public void A_gap_is_carried_and_never_compared()
    {
        var fact = new Fact<string>(s_gap);
        Assert.Same(s_gap, fact.Is(v => v == "x").Gap);
        Assert.Same(s_gap, fact.Map(v => v.Length).Gap);
        Assert.Same(s_gap, (fact == "x").Gap);
        Assert.Same(s_gap, (fact != "x").Gap);
        Assert.Throws<UnknownFactException>(() => fact.Equals(new Fact<string>(s_gap)));
        Assert.Throws<UnknownFactException>(() => fact.GetHashCode());
        Assert.Throws<UnknownFactException>(() => $"{fact}");
    }

    [Fact]
    public void A_predicate_that_needs_another_gap_answers_unknown()
    {
        var other = new Fact<int>(s_gap);
        Fact<string> known = "x";
        Assert.Same(s_gap, known.Is(_ => other.Value == 1).Gap);
        Assert.Same(s_gap, known.Map(_ => other.Value).Gap);
    }

    [Fact]
    public void A_message_may_show_a_gap()
    {
        Message message = $"type {new Fact<string>(s_gap)} of {"tg"}";
        Assert.Equal("type '? (a:B)' of 'tg'", message.Text);
        Assert.Equal("type {0} of {1}", message.Template);
    }
}
