using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>What the rule language has, what it lacks, and what authors are told.</summary>
public sealed class RuleLanguageTests
{
    [Theory]
    [InlineData("Require(tg.Port.Is(p => p is 443 or > 8000 and < 9000), \"x\")")]
    [InlineData("Require(env.Of<TargetGroup>().Any(other => other == tg), \"x\")")]
    [InlineData("Require(env.Of<TargetGroup>().All(other => other != null && other.Id.StartsWith(\"t\", StringComparison.Ordinal)), \"x\")")]
    [InlineData("Require(env.ScannedAt - env.ScannedAt <= TimeSpan.FromMinutes(10) && tg.IsStickinessEnabled, \"x\")")]
    [InlineData("{ var (low, high) = (1, 65535); return Require(tg.Port.Is(p => low <= p && p <= high), $\"{tg} has port {tg.Port}\"); }")]
    [InlineData("{ var n = 0; for (var i = 0; i < 3; i++) n += i; foreach (var c in \"ab\") n++; return Require(tg.Port.Is(p => p > n), \"x\"); }")]
    [InlineData("{ var names = \"a,b\".Split(',').Length + \"abc\"[1..].Length; return Require(tg.Port.Is(p => p >= names), $\"{nameof(TargetGroup)}\"); }")]
    [InlineData("tg.Port.Value switch { null => Fail(\"none\"), 443 => Pass(), _ => Fail($\"{tg.Label} has {tg.Port}\") }")]
    [InlineData("Require(tg.Port == 443, $\"{(tg.Name.Value is { } n ? n : tg.Label)}\").About(tg).Note($\"{env.Of<TargetGroup>()}\")")]
    [InlineData("Require(tg.Port == 443, $\"{tg} has \" + $\"{tg.Port}\")")]
    [InlineData("Require(SemanticVersion.Parse(\"3.8.0\")! >= new SemanticVersion(3, 0, 0, \"\") && tg.IsStickinessEnabled, \"x\")")]
    [InlineData("Require(env.Of<LoadBalancer>().Any() || env.Of<TargetGroup>().Any(Sticky), \"x\")")]
    public void Has(string check) => Assert.Equal(Verdict.Pass, Scripts.On(
        Scripts.Checking(check, "Truth Sticky(TargetGroup t) => t.IsStickinessEnabled;"), new() { Id = "tg", IsStickinessEnabled = true, Port = 443 }));

    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"/etc/passwd\") == \"\" ? Pass() : Fail(\"x\")")]
    [InlineData("{ System.Environment.Exit(0); return Pass(); }")]
    [InlineData("{ Console.WriteLine(1); return Pass(); }")]
    [InlineData("{ System.Diagnostics.Process.GetCurrentProcess(); return Pass(); }")]
    [InlineData("{ System.Threading.Thread.Sleep(1); return Pass(); }")]
    [InlineData("{ Type.GetType(\"x\"); return Pass(); }")]
    [InlineData("{ var t = typeof(string); return Pass(); }")]
    [InlineData("{ Activator.CreateInstance<TargetGroup>(); return Pass(); }")]
    [InlineData("{ var list = new System.Collections.Generic.List<int>(); return Pass(); }")]
    [InlineData("{ var text = new string('x', 1000000); return Pass(); }")]
    [InlineData("{ var text = \"x\".PadLeft(1000000); return Pass(); }")]
    [InlineData("{ var text = string.Format(\"{0,1000000}\", 1); return Pass(); }")]
    [InlineData("{ var text = $\"{1,1000000}\"; return Pass(); }")]
    [InlineData("{ var text = $\"{1:D1000000}\"; return Pass(); }")]
    [InlineData("{ var text = 1.ToString(\"D1000000\"); return Pass(); }")]
    [InlineData("{ var ports = new int[] { 1 }; return Pass(); }")]
    [InlineData("{ int[] ports = [1]; ports[0] = 2; return Pass(); }")]
    [InlineData("{ var o = new { A = 1 }; return Pass(); }")]
    [InlineData("{ var f = Pass; f += Pass; return Pass(); }")]
    [InlineData("{ Func<int> f = () => 1; return f.Method == null ? Pass() : Pass(); }")]
    [InlineData("{ int.TryParse(\"1\", out var n); return Pass(); }")]
    [InlineData("{ ref var x = ref tg; return Pass(); }")]
    [InlineData("{ unsafe { } return Pass(); }")]
    [InlineData("{ lock (tg) { } return Pass(); }")]
    [InlineData("{ again: goto again; }")]
    [InlineData("{ throw null; }")]
    [InlineData("{ System.Collections.Generic.IEnumerable<int> N() { yield return 1; } return Pass(); }")]
    [InlineData("{ T Same<T>(T t) => t; return Pass(); }")]
    [InlineData("{ System.Threading.Tasks.Task.Run(() => 1); return Pass(); }")]
    [InlineData("R_ACME_001.Make() == null ? Pass() : Fail(\"x\")")]
    [InlineData("{ Scanner.Model.Snapshots.SnapshotBuilder b = null; return Pass(); }")]
    [InlineData("{ Scanner.Model.Snapshots.Header h = null; return h == null ? Pass() : Fail(\"x\"); }")]
    [InlineData("{ Scanner.Model.Findings.ScanReport r = null; return r == null ? Pass() : Fail(\"x\"); }")]
    [InlineData("DateTimeOffset.UtcNow > env.ScannedAt ? Pass() : Fail(\"x\")")]
    [InlineData("{ var l = Guid.NewGuid(); return Pass(); }")]
    public void Lacks(string check) => Assert.NotEmpty(Scripts.Errors(Scripts.Checking(check)));

    [Theory]
    [InlineData("class C { }")]
    [InlineData("record R(int A);")]
    [InlineData("enum E { A }")]
    [InlineData("delegate int D();")]
    [InlineData("using System.Linq;")]
    [InlineData("#r \"System.Net.Http\"")]
    [InlineData("#load \"other.csx\"")]
    [InlineData("#line 5")]
    [InlineData("#pragma warning disable")]
    [InlineData("#nullable enable")]
    [InlineData("[Obsolete] int F() => 1;")]
    [InlineData("static int s_count;")]
    [InlineData("int Count { get; set; }")]
    [InlineData("async System.Threading.Tasks.Task F() { }")]
    [InlineData("unsafe int F() => 1;")]
    [InlineData("if (true) { }")]
    [InlineData("return null;")]
    [InlineData("} } static class Evil { static Evil() { } static void M() {{")]
    [InlineData("namespace N { }")]
    [InlineData("extern alias x;")]
    public void Allows_only_functions_and_constants_before_the_rule(string before) => Assert.NotEmpty(Scripts.Errors(Scripts.Checking("Pass()", before)));

    [Theory]
    [InlineData("!tg.StickinessType ? Fail(\"x\") : Pass()", "CS0023", "fact.Is(v => …)")]
    [InlineData("tg.Port > 80 ? Fail(\"x\") : Pass()", "CS0019", "fact.Is(v => …)")]
    [InlineData("{ string type = tg.StickinessType; return Pass(); }", "CS0029", "fact.Is(v => …)")]
    [InlineData("tg.StickinessType.Length == 1 ? Pass() : Fail(\"x\")", "CS1061", "fact.Is(v => …)")]
    [InlineData("tg.StickinessType.StartsWith(\"lb\") ? Pass() : Fail(\"x\")", "CS1929", "fact.Is(v => …)")]
    [InlineData("env.Of<TargetGroup>().First() == tg ? Pass() : Fail(\"x\")", "CS1061", "Any, All, Where, Count")]
    [InlineData("tg.Targets.Is(t => t.OrderBy(x => x.Id).Count == 1) ? Pass() : Fail(\"x\")", "CS1061", "Any, All, Where, Count")]
    [InlineData("{ foreach (var t in env.Of<TargetGroup>()) { } return Pass(); }", "CS1579", "a loop would pass over what is missing")]
    [InlineData("tg.StickinessType.IsKnown ? Pass() : Fail(\"x\")", "CS1061", "the engine says unknown")]
    [InlineData("tg.IsStickinessEnabled is true ? Pass() : Fail(\"x\")", "CS9135", "fact == value")]
    [InlineData("Require(env.Of<LoadBalancer>().Any(lb => lb.Type == LoadBalancerType.Applicaton), \"x\")", "CS0117", "LoadBalancerType is one of Application, Network, ")]
    [InlineData("Require(env.Of<LoadBalancer>().Any(lb => lb.Type == \"application\"), \"x\")", "CS0019", "LoadBalancerType is one of Application, Network, ")]
    [InlineData("Require(env.Of<LoadBalancer>().Any(lb => lb.Type.Is(t => t == \"application\")), \"x\")", "CS0019", "write LoadBalancerType.Application")]
    [InlineData("Require(env.Of<LoadBalancer>().Any(lb => lb.Type.Is(t => t is \"application\")), \"x\")", "CS0029", "write LoadBalancerType.Application")]
    [InlineData("Require(tg.StickynessType == \"x\", \"x\")", "CS1061", "did you mean StickinessType?")]
    [InlineData("Require(tg.Prt == 1, \"x\")", "CS1061", "did you mean Port?")]
    [InlineData("Require(env.MetadataDb().Any(), \"x\")", "CS1061", "did you mean MetadataDatabase?")]
    [InlineData("Require(tg.Zzz == 1, \"x\")", "CS1061", "lists what TargetGroup has")]
    [InlineData("Require(tg.Tags[\"owner\"] == \"x\", \"x\")", "CS0021", "tags.Has(\"owner\")")]
    [InlineData("Require(tg.Tags.Has(\"owner\"), \"x\")", "CS1061", "tags.Has(\"owner\")")]
    [InlineData("Require(int.Parse(tg.StickinessType) > 1, \"x\")", "CS1503", "fact.Is(v => …)")]
    [InlineData("{ int.TryParse(\"1\", out var n); return Pass(); }", "RULE004", "Quantity.Parse(text)")]
    [InlineData("Enumerable.Range(1, 2) == null ? Pass() : Fail(\"x\")", "CS0103", "the basic types of System")]
    public void Tells_what_to_write_instead(string check, string code, string hint)
    {
        var error = Scripts.Errors(Scripts.Checking(check))[0];
        Assert.Equal(code, error.Id);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_told_says_nothing_of_usings_and_is_not_cut()
    {
        var error = Scripts.Errors(Scripts.Checking("tg.StickinessType.Length == 1 ? Pass() : Fail(\"x\")"))[0];
        Assert.DoesNotContain("using", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("fact.Value to end as unknown without it", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// New nodes")]
    [InlineData("// Whoever")]
    public void The_examples_of_the_documentation_compile(string beginning)
    {
        var page = File.ReadAllText(Repository.Path("docs", "writing-rules.md")).Split("```");
        var example = Assert.Single(page, p => p.StartsWith($"csharp\n{beginning}", StringComparison.Ordinal));
        Assert.Empty(Scripts.Errors(Scripts.Script(example["csharp".Length..])));
    }
}
