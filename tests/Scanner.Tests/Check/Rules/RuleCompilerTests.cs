using Scanner.Check;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

public sealed class RuleCompilerTests
{
    [Fact]
    public void Every_shipped_rule_compiles_and_loads()
    {
        var (scripts, misplaced) = RuleFolder.Read(Repository.Path("rules"), "rules");
        var (image, errors) = RuleCompiler.Compile(scripts);
        var (rules, broken) = RuleAssembly.Load(image!, "rules.dll");
        Assert.Empty(misplaced.Concat(errors).Concat(broken));
        Assert.Equal(scripts.Select(s => (s.Id, s.Name, s.Architecture, s.Path)).OrderBy(s => s.Id, StringComparer.Ordinal), rules.Select(r => (r.Id, r.Name, r.Architecture, r.Path)));
    }

    [Fact]
    public void The_last_expression_is_the_rule_with_or_without_a_semicolon()
    {
        const string Check = "Require(tg.IsStickinessEnabled, $\"off on {tg}\")";
        foreach (var end in new[] { "", ";", "; // done", "\n;\n/* done */\n" })
        {
            var script = Scripts.Checking(Check) with { Text = Scripts.Checking(Check).Text + end };
            Assert.Equal(Verdict.Unknown, Scripts.OnGap(script));
            Assert.Equal(Verdict.Fail, Scripts.On(script, new() { Id = "tg", IsStickinessEnabled = false }));
            Assert.Equal(Verdict.Pass, Scripts.On(script, new() { Id = "tg", IsStickinessEnabled = true }));
        }
    }
}
