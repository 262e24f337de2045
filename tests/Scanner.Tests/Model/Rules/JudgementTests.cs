using Scanner.Model;

namespace Scanner.Tests.Model.Rules;

public sealed class JudgementTests
{
    private static readonly Gap s_gap = new("s", "TargetGroup", "a:B", GapCause.Denied, "no", new(RemedyKind.Permission, "a:B"));
    private static readonly TargetGroup s_unread = new() { Id = "tg", IsStickinessEnabled = Truth.Unknown(s_gap), StickinessType = new(s_gap) };

    [Fact]
    public void No_identity_tells_what_a_note_or_another_judgement_was_made_from()
    {
        var pass = Judgement.Pass();
        Assert.NotSame(pass, pass.NoteIf(s_unread.IsStickinessEnabled, $"x"));
        var fail = Judgement.Fail("x");
        Assert.NotSame(fail, fail.And(Judgement.Require(s_unread.IsStickinessEnabled, "y")));
    }

    [Fact]
    public void A_plain_pass_after_touching_a_gap_is_unknown()
    {
        var ruling = Judge(tg =>
        {
            var found = false;
            _ = new ResourceSet<TargetGroup>([new(tg, null)], null).Any(t =>
            {
                if (!t.IsStickinessEnabled) found = true;
                return false;
            });
            return found ? Judgement.Fail("off") : Judgement.Pass();
        });
        Assert.Equal(Verdict.Unknown, ruling.Judgement.Verdict);
        Assert.Same(s_gap, ruling.Judgement.Gap);
    }

    [Fact]
    public void A_requirement_on_the_rules_own_booleans_after_touching_a_gap_is_unknown()
    {
        var ruling = Judge(tg =>
        {
            var found = false;
            _ = new ResourceSet<TargetGroup>([new(tg, null)], null).Any(t =>
            {
                if (!t.IsStickinessEnabled) found = true;
                return false;
            });
            return Judgement.Require(!found, "off");
        });
        Assert.Equal(Verdict.Unknown, ruling.Judgement.Verdict);
    }

    [Fact]
    public void A_weighed_truth_may_pass_over_a_gap_that_does_not_matter()
    {
        var ruling = Judge(tg => Judgement.Require(tg.IsStickinessEnabled || Truth.Of(true, Evidence.Derived), "off"));
        Assert.Equal(Verdict.Pass, ruling.Judgement.Verdict);
        Assert.Equal([s_gap], ruling.Gaps);
    }

    [Fact]
    public void Nothing_in_a_message_is_evaluated_where_it_is_not_needed()
    {
        var asked = 0;
        string Ask() => $"{++asked}";
        Assert.Equal(Verdict.Pass, Judgement.Require(Truth.Of(true, Evidence.Derived), $"wrong {Ask()}").Verdict);
        Assert.Equal(0, asked);
        Assert.Equal("wrong '1'", Judgement.Require(Truth.Of(false, Evidence.Derived), $"wrong {Ask()}").Message!.Text);
    }

    [Fact]
    public void The_worse_of_two_judgements_stands()
    {
        Assert.Equal(Verdict.Fail, Judgement.Pass().And(Judgement.Fail("x")).Verdict);
        Assert.Equal(Verdict.Fail, Judgement.Unknown(s_gap).And(Judgement.Fail("x")).Verdict);
        Assert.Equal(Verdict.Unknown, Judgement.Unknown(s_gap).And(Judgement.Pass()).Verdict);
    }

    [Fact]
    public void Two_weighed_passes_are_weighed_and_one_plain_pass_among_them_is_not()
    {
        var weighed = Judgement.Require(Truth.Of(true, Evidence.Derived), "x");
        Assert.True(weighed.And(weighed).Weighed);
        Assert.False(weighed.And(Judgement.Pass()).Weighed);
    }

    private static Ruling Judge(Func<TargetGroup, Judgement> check)
    {
        var rule = new Rule<TargetGroup> { Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f", Check = (tg, _) => check(tg) };
        return rule.Judge(s_unread, null!);
    }
}
