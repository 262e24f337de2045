using Scanner.Model;

namespace Scanner.Tests.Model.Sets;

public sealed class ResourceSetTests
{
    private static readonly Gap s_unread = new("s", "TargetGroup", "a:Unread", GapCause.Denied, "no", new(RemedyKind.Permission, "a:Unread"));
    private static readonly Gap s_unlisted = new("s", "TargetGroup", "a:Unlisted", GapCause.Denied, "no", new(RemedyKind.Permission, "a:Unlisted"));

    private static readonly TargetGroup s_sticky = new() { Id = "sticky", IsStickinessEnabled = Truth.Of(true, Evidence.Derived) };
    private static readonly TargetGroup s_loose = new() { Id = "loose", IsStickinessEnabled = Truth.Of(false, Evidence.Derived) };
    private static readonly TargetGroup s_hidden = new() { Id = "hidden", IsStickinessEnabled = Truth.Unknown(s_unread) };

    [Fact]
    public void An_element_that_decides_outweighs_every_gap()
    {
        Assert.True(Set(s_unlisted, s_hidden, s_sticky).Any(t => t.IsStickinessEnabled).IsTrue);
        Assert.True(Set(s_unlisted, s_hidden, s_loose).All(t => t.IsStickinessEnabled).IsFalse);
    }

    [Fact]
    public void What_could_not_be_listed_keeps_a_set_open()
    {
        Assert.Same(s_unlisted, Set(s_unlisted, s_sticky).All(t => t.IsStickinessEnabled).Gap);
        Assert.Same(s_unlisted, Set(s_unlisted).Any().Gap);
        Assert.Same(s_unlisted, (Set(s_unlisted, s_sticky).Count() <= 1).Gap);
        Assert.True((Set(s_unlisted, s_sticky).Count() >= 1).IsTrue);
    }

    [Fact]
    public void A_sum_is_at_least_what_was_read_and_has_no_bound_where_something_was_not()
    {
        var (two, three, unread) = (new TargetGroup { Id = "2", Port = 2 }, new TargetGroup { Id = "3", Port = 3 }, new TargetGroup { Id = "?", Port = new Fact<int?>(s_unread) });
        Fact<int> Port(TargetGroup group) => group.Port.Map(port => port!.Value);
        Assert.True((Set(null, two, three).Sum(Port) == 5).IsTrue);
        Assert.Same(s_unread, (Set(null, two, unread).Sum(Port) < 5).Gap);
        Assert.True((Set(null, two, three, unread).Sum(Port) >= 5).IsTrue);
        Assert.Same(s_unlisted, (Set(s_unlisted, two).Sum(Port) < 5).Gap);
    }

    [Fact]
    public void An_element_that_may_belong_stays_in_doubt()
    {
        var some = Set(null, s_sticky, s_hidden, s_loose).Where(t => t.IsStickinessEnabled);
        Assert.True((some.Count() >= 1).IsTrue);
        Assert.Same(s_unread, (some.Count() >= 2).Gap);
        Assert.True((some.Count() >= 3).IsFalse);
        Assert.Same(s_unread, some.All(t => t.Id == "sticky").Gap);
    }

    [Fact]
    public void The_sole_element_is_known_only_where_there_can_be_no_other()
    {
        Assert.Same(s_sticky, Set(null, s_sticky).Sole("which").Value);
        Assert.Null(Set(null).Sole("which").Value);
        Assert.Same(s_unlisted, Set(s_unlisted, s_sticky).Sole("which").Gap);
        Assert.Equal(GapCause.Ambiguous, Set(null, s_sticky, s_loose).Sole("which").Gap!.Cause);
    }

    [Fact]
    public void Nothing_listed_completely_is_a_known_nothing()
    {
        Assert.True(Set(null).Any().IsFalse);
        Assert.True(Set(null).All(t => t.IsStickinessEnabled).IsTrue);
        Assert.True((Set(null).Count() == 0).IsTrue);
    }

    [Fact]
    public void A_set_in_doubt_has_a_text_in_messages_only()
    {
        Assert.Equal("sticky", Set(null, s_sticky).ToString());
        Assert.Same(s_unlisted, Assert.Throws<UnknownFactException>(Set(s_unlisted, s_sticky).ToString).Gap);
        Assert.Same(s_unread, Assert.Throws<UnknownFactException>(Set(null, s_hidden).Where(t => t.IsStickinessEnabled).ToString).Gap);
        Message message = $"{Set(s_unlisted, s_sticky)}";
        Assert.Equal("sticky", message.ToString());
    }

    private static ResourceSet<TargetGroup> Set(Gap? unlisted, params TargetGroup[] items) =>
        new([.. items.Select(i => new Member<TargetGroup>(i, null))], unlisted);
}
