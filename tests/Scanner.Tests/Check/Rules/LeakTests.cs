using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>Ways in which a rule could decide by something that was not read. None may end in a pass or a failure.</summary>
public sealed class LeakTests
{
    /// <summary>The compiler, or the allow-list, refuses these.</summary>
    [Theory]
    [InlineData("RULE005", "tg.IsStickinessEnabled.Equals((Truth)false) ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "tg.IsStickinessEnabled.Equals(false) ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "tg.StickinessType.Equals(\"lb_cookie\") ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "object.Equals(tg.IsStickinessEnabled, false) ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "object.ReferenceEquals(tg.StickinessType, null) ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "(object)tg.IsStickinessEnabled == null ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "$\"{tg.IsStickinessEnabled}\" == \"false\" ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "$\"{tg.StickinessType}\" == \"lb_cookie\" ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "$\"{env.Of<LoadBalancer>()}\" == \"\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "$\"{tg}\" == \"tg\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "\"\" + tg.IsStickinessEnabled == \"false\" ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "\"\" + tg == \"tg\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "tg.IsStickinessEnabled.ToString() == \"false\" ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "tg.ToString() == \"tg\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "env.Of<LoadBalancer>().ToString() == \"\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "tg.Label == \"tg\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "((ISubject)tg).Label == \"tg\" ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "tg is { Label: \"tg\" } ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "tg.IsStickinessEnabled.GetHashCode() == 1 ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "tg.IsStickinessEnabled.GetType() == null ? Pass() : Fail(\"x\")")]
    [InlineData("CS9135", "tg.IsStickinessEnabled is true ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "(object)tg.IsStickinessEnabled is Truth ? Pass() : Fail(\"x\")")]
    [InlineData("CS9135", "tg.StickinessType is \"lb_cookie\" ? Pass() : Fail(\"x\")")]
    [InlineData("CS1061", "tg.StickinessType.IsKnown ? Fail(\"x\") : Pass()")]
    [InlineData("CS1061", "tg.IsStickinessEnabled.IsUnknown ? Pass() : Fail(\"x\")")]
    [InlineData("RULE004", "tg == (tg with { IsStickinessEnabled = false }) ? Fail(\"x\") : Pass()")]
    [InlineData("RULE004", "{ try { if (!tg.IsStickinessEnabled) return Fail(\"x\"); } catch { } return Pass(); }")]
    [InlineData("RULE006", "{ bool found = false; env.Of<TargetGroup>().Any(t => { if (!t.IsStickinessEnabled) found = true; return false; }); return found ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE006", "{ int n = 0; env.Of<TargetGroup>().Any(t => { if (!t.IsStickinessEnabled) n++; return false; }); return n > 0 ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE006", "{ int n = 0; env.Of<TargetGroup>().Any(t => { if (!t.IsStickinessEnabled) n += 1; return false; }); return n > 0 ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE006", "{ int n = 0, m = 0; env.Of<TargetGroup>().Any(t => { if (!t.IsStickinessEnabled) (n, m) = (1, 1); return false; }); return n > 0 ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE006", "{ bool found = false; Truth Seen(TargetGroup t) { if (!t.IsStickinessEnabled) found = true; return false; } env.Of<TargetGroup>().Any(Seen); return found ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE006", "{ var asked = false; var both = tg.IsStickinessEnabled && (asked = true); return asked ? Pass() : Fail(\"x\"); }")]
    [InlineData("RULE006", "{ var n = 0; var both = tg.IsStickinessEnabled && n++ == 0; return n > 0 ? Pass() : Fail(\"x\"); }")]
    [InlineData("RULE006", "{ var asked = false; Require(tg.IsStickinessEnabled, $\"{asked = true}\"); return asked ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE005", "{ Message text = $\"{tg.IsStickinessEnabled}\"; return text.ToString() == \"false\" ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE005", "((Message)$\"{tg.IsStickinessEnabled}\").ToString() == \"false\" ? Fail(\"x\") : Pass()")]
    [InlineData("RULE005", "{ var text = new Message(0, 0); text.AppendFormatted(tg.IsStickinessEnabled); return Pass(); }")]
    [InlineData("RULE005", "{ var p = Pass(); return p.NoteIf(tg.IsStickinessEnabled, $\"x\") == p ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE005", "{ var p = Pass(); Items<Judgement> all = [p]; return all.Contains(p.NoteIf(tg.IsStickinessEnabled, $\"x\")) ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE004", "{ var p = Pass(); return (p, 1) == (p.NoteIf(tg.IsStickinessEnabled, $\"x\"), 1) ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE005", "{ var n = NotApplicable(\"n\"); return n.And(Require(tg.IsStickinessEnabled, \"x\")) == n ? Pass() : Fail(\"x\"); }")]
    [InlineData("RULE005", "env.Network.CanReach(new Ref<LoadBalancer>() == default ? default(LoadBalancer) : null, default(LoadBalancer), \"tcp\", 1).Blocker is null ? Pass() : Fail(\"x\")")]
    [InlineData("RULE004", "{ var (answer, path, blocker, fix) = default(Reachability); return blocker == null ? Pass() : Fail(\"x\"); }")]
    [InlineData("RULE006", "{ var ((answer, path, blocker, fix), n) = (default(Reachability), 1); return blocker == null ? Pass() : Fail(\"x\"); }")]
    [InlineData("RULE004", "{ Items<Reachability> all = []; foreach (var (answer, path, blocker, fix) in all) return Pass(); return Fail(\"x\"); }")]
    [InlineData("RULE004", "default(Reachability) is (_, _, null, _) ? Pass() : Fail(\"x\")")]
    [InlineData("RULE005", "{ dynamic t = tg.IsStickinessEnabled; return t.Equals(false) ? Fail(\"x\") : Pass(); }")]
    [InlineData("RULE005", "Unknown(new Gap(\"\", \"\", \"\", GapCause.Denied, \"\", new Remedy(RemedyKind.Flag, \"\")))")]
    public void Is_refused(string code, string check) => Assert.Contains(code, Scripts.Errors(Scripts.Checking(check)).Select(e => e.Id));

    /// <summary>These compile, and are unknown where the fact was not read.</summary>
    [Theory]
    [InlineData("tg.IsStickinessEnabled ? Pass() : Fail(\"x\")")]
    [InlineData("!tg.IsStickinessEnabled ? Fail(\"x\") : Pass()")]
    [InlineData("tg.IsStickinessEnabled == false ? Fail(\"x\") : Pass()")]
    [InlineData("tg.IsStickinessEnabled != true ? Fail(\"x\") : Pass()")]
    [InlineData("tg.IsStickinessEnabled is { } ? tg.IsStickinessEnabled ? Pass() : Fail(\"x\") : Pass()")]
    [InlineData("{ Truth? t = tg.IsStickinessEnabled; return t == false ? Fail(\"x\") : Pass(); }")]
    [InlineData("{ Truth? t = tg.IsStickinessEnabled; return (t ?? true) ? Pass() : Fail(\"x\"); }")]
    [InlineData("{ bool b = tg.IsStickinessEnabled; return b ? Pass() : Fail(\"x\"); }")]
    [InlineData("{ if (tg.IsStickinessEnabled) return Pass(); return Fail(\"x\"); }")]
    [InlineData("{ while (!tg.IsStickinessEnabled) return Fail(\"x\"); return Pass(); }")]
    [InlineData("{ Items<Truth> all = [tg.IsStickinessEnabled]; return all.Contains(false) ? Fail(\"x\") : Pass(); }")]
    [InlineData("Require(tg.IsStickinessEnabled, $\"off on {tg}\")")]
    [InlineData("Require(!tg.IsStickinessEnabled, $\"on on {tg}\")")]
    [InlineData("Require(tg.StickinessType.Value == \"lb_cookie\", \"x\")")]
    [InlineData("Require(tg.StickinessType.Value?.Length == 0, \"x\")")]
    [InlineData("Require(tg.StickinessType == \"lb_cookie\", \"x\")")]
    [InlineData("Require(tg.StickinessType.Map(t => t + \"!\") == \"lb_cookie!\", \"x\")")]
    [InlineData("tg.StickinessType.Map(t => t == \"lb_cookie\").Value ? Pass() : Fail(\"x\")")]
    [InlineData("tg.StickinessType is { Value: \"lb_cookie\" } ? Pass() : Fail(\"x\")")]
    [InlineData("tg.StickinessType.Value switch { \"lb_cookie\" => Pass(), _ => Fail(\"x\") }")]
    [InlineData("Require(tg.Port.Is(p => p > 80), \"x\")")]
    [InlineData("Require(tg.Port.Is(p => p > 80) || tg.Port.Is(p => p <= 80), \"x\")")]
    [InlineData("{ Items<int> ports = [80, 443]; return ports.Where(p => tg.Port == p).Count == 0 ? Pass() : Fail(\"x\"); }")]
    [InlineData("{ Items<int> ports = [80, 443]; return Require(ports.Any(p => tg.Port == p), \"x\"); }")]
    [InlineData("{ Items<int> ports = [80, 443]; foreach (var p in ports) if (tg.Port == p) return Fail(\"x\"); return Pass(); }")]
    [InlineData("env.Of<TargetGroup>().Any(t => { if (!t.IsStickinessEnabled) return true; return false; }) ? Fail(\"x\") : Pass()")]
    [InlineData("{ env.Of<TargetGroup>().Any(t => !t.IsStickinessEnabled); return Pass(); }")]
    [InlineData("Require(env.Of<TargetGroup>().Where(t => t.IsStickinessEnabled).Count() == 1, \"x\")")]
    [InlineData("env.Of<LoadBalancer>().Any() ? Pass() : Fail(\"x\")")]
    [InlineData("Require(env.Of<LoadBalancer>().Count() == 0, \"x\")")]
    [InlineData("env.Of<LoadBalancer>().Sole(\"x\").Value is null ? Pass() : Fail(\"x\")")]
    [InlineData("Require(tg.IsStickinessEnabled, \"x\").And(Pass())")]
    [InlineData("{ Func<TargetGroup, Truth> sticky = t => t.IsStickinessEnabled; return Require(sticky(tg), \"x\"); }")]
    public void Is_unknown_where_the_fact_was_not_read(string check) => Assert.Equal(Verdict.Unknown, Scripts.OnGap(Scripts.Checking(check)));

    /// <summary>The same checks decide once the facts are there, so that the test above proves something.</summary>
    [Theory]
    [InlineData("tg.IsStickinessEnabled ? Pass() : Fail(\"x\")")]
    [InlineData("Require(tg.StickinessType == \"lb_cookie\", \"x\")")]
    [InlineData("Require(env.Of<TargetGroup>().Any(t => t.IsStickinessEnabled), \"x\")")]
    public void Decides_where_it_was_read(string check)
    {
        Assert.Equal(Verdict.Pass, Scripts.On(Scripts.Checking(check), new() { Id = "tg", IsStickinessEnabled = true, StickinessType = "lb_cookie" }));
        Assert.Equal(Verdict.Fail, Scripts.On(Scripts.Checking(check), new() { Id = "tg", IsStickinessEnabled = false, StickinessType = "source_ip" }));
    }

    [Fact]
    public void A_local_function_may_call_itself() => Assert.Equal(Verdict.Pass, Scripts.On(
        Scripts.Checking("Require(Sum(4) == 10 && tg.IsStickinessEnabled, \"x\")", "int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);"),
        new() { Id = "tg", IsStickinessEnabled = true }));

    /// <summary>A label is the id where the name was not read, so whatever has one must be marked.</summary>
    [Fact]
    public void Every_label_is_for_messages_only() => Assert.Empty(
        from type in typeof(Rule).Assembly.GetExportedTypes()
        where type.Namespace == typeof(Rule).Namespace
        from property in type.GetProperties()
        where property.Name == "Label" && !property.IsDefined(typeof(MessageOnlyAttribute), false)
        select $"{type.Name}.{property.Name}");
}
