using Scanner.Check;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

public sealed class RuleCompilerTests
{
    private const string Sound = "Require(tg.IsStickinessEnabled, $\"off on {tg}\")";

    [Fact]
    public void Every_shipped_rule_compiles_and_loads()
    {
        var (scripts, misplaced) = RuleFolder.Read(Repository.Path("rules"), "rules");
        var (image, errors) = RuleCompiler.Compile(scripts);
        var (rules, broken) = RuleAssembly.Load(image!, "rules.dll");
        Assert.Empty(misplaced.Concat(errors).Concat(broken));
        Assert.Equal(scripts.Select(s => (s.Id, s.Name, s.Architecture, s.Path)).OrderBy(s => s.Id, StringComparer.Ordinal), rules.Select(r => (r.Id, r.Name, r.Architecture, r.Path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("; // done")]
    [InlineData("\n;\n/* done */\n")]
    public void The_last_expression_is_the_rule_with_or_without_a_semicolon(string end)
    {
        var script = Scripts.Checking(Sound) with { Text = Scripts.Checking(Sound).Text + end };
        Assert.Equal(Verdict.Unknown, Scripts.OnGap(script));
        Assert.Equal(Verdict.Fail, Scripts.On(script, new() { Id = "tg", IsStickinessEnabled = false }));
        Assert.Equal(Verdict.Pass, Scripts.On(script, new() { Id = "tg", IsStickinessEnabled = true }));
    }

    [Theory]
    [InlineData("new Rule<TargetGroup> {\n    Title = \"t\",\n    Check = (tg, env) => Pass(\n}", 3, 31, "CS1026")]
    [InlineData("// a comment\n\nvar low = 1; new Rule<TargetGroup> { Title = \"t\", Level = Level.Must, Source = \"s\", Why = \"w\", Fix = \"f\", Check = (tg, env) => tg.Nothing }", 3, 131, "CS1061")]
    [InlineData("Truth F(TargetGroup tg) =>\n  tg.Prot == \"x\";\nnew Rule<TargetGroup> { }", 2, 6, "CS1061")]
    [InlineData("new Rule<TargetGroup> { Title = \"t\", Level = Level.Must, Source = \"s\", Check = (tg, env) => Pass() }", 1, 5, "CS9035")]
    [InlineData("var x = 1;\n", 1, 1, "RULE003")]
    [InlineData("", 1, 1, "RULE003")]
    [InlineData("var x = 1;\nx", 2, 1, "CS0029")]
    [InlineData("#load \"a.csx\"\nnew Rule<TargetGroup> { }", 1, 1, "RULE004")]
    [InlineData("  using System.Linq;\nnew Rule<TargetGroup> { }", 1, 3, "RULE004")]
    public void An_error_stands_where_the_author_wrote_it(string text, int line, int column, string id)
    {
        var error = Scripts.Errors(Scripts.Script(text)).First(e => e.Id == id);
        Assert.Equal(("mine/workbench/ACME-001-a-test.csx", line, column), (error.File, error.Line, error.Column));
    }

    [Fact]
    public void Every_missing_part_of_a_rule_is_named()
    {
        var missing = Scripts.Errors(Scripts.Script("new Rule<TargetGroup> { }"));
        Assert.Equal(["Check", "Fix", "Level", "Source", "Title", "Why"], missing.Where(e => e.Id == "CS9035").Select(e => e.Message.Split('\'')[1].Split('.')[^1]).Order(StringComparer.Ordinal));
        Assert.All(missing, e => Assert.Contains("every rule says", e.Hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Check = env => Pass()", "Check takes the subject and the environment")]
    [InlineData("Check = (env, _) => Pass(), AppliesTo = env => true", "AppliesTo takes the subject and the environment")]
    [InlineData("Check = (env, _) => Pass(), FixFor = env => $\"x\"", "FixFor takes the subject and the environment")]
    public void What_takes_subject_and_environment_says_so(string members, string hint)
    {
        var error = Scripts.Errors(Scripts.Script($"new Rule<Environment> {{ Title = \"t\", Level = Level.Must, Source = \"s\", Why = \"w\", Fix = \"f\", {members} }}")).First(e => e.Id == "CS1593");
        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_script_hides_neither_the_errors_of_others_nor_the_others()
    {
        var (image, errors) = RuleCompiler.Compile(
        [
            Scripts.Script("new Rule<TargetGroup> {", "ACME-001"),
            Scripts.Checking("tg.Nothing") with { Id = "ACME-002", Path = "2" },
            Scripts.Checking("tg.Label == \"\" ? Pass() : Fail(\"x\")") with { Id = "ACME-003", Path = "3" },
            Scripts.Checking(Sound) with { Id = "ACME-004", Path = "4" },
        ]);
        Assert.Equal(["2", "3", "mine/workbench/ACME-001-a-test.csx"], errors.Select(e => e.File).Distinct());
        Assert.Equal(["ACME-004"], RuleAssembly.Load(image!, "rules").Rules.Select(r => r.Id));
    }

    [Fact]
    public void The_same_scripts_give_the_same_bytes() =>
        Assert.Equal(RuleCompiler.Compile([Scripts.Checking(Sound)]).Image, RuleCompiler.Compile([Scripts.Checking(Sound)]).Image);

    [Fact]
    public void A_count_that_overflows_is_no_verdict() => Assert.Throws<OverflowException>(() =>
        Scripts.On(Scripts.Checking("{ var n = int.MaxValue; n++; return n < 0 ? Pass() : Fail(\"x\"); }"), new() { Id = "tg" }));

    [Fact]
    public void A_script_that_cannot_make_its_rule_is_an_error_beside_the_others()
    {
        var (image, errors) = RuleCompiler.Compile([Scripts.Checking(Sound, "var port = int.Parse(\"none\");"), Scripts.Checking(Sound) with { Id = "ACME-002", Path = "2" }, Scripts.Script("default(Rule)", "ACME-003")]);
        Assert.Empty(errors);
        var (rules, broken) = RuleAssembly.Load(image!, "rules.dll");
        Assert.Equal("ACME-002", Assert.Single(rules).Id);
        Assert.Equal(["RULE007", "RULE007"], broken.Select(e => e.Id));
        Assert.Contains("FormatException", broken[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    public void What_is_no_assembly_of_rules_is_refused(byte[] image) => Assert.Equal("RULE008", Assert.Single(RuleAssembly.Load(image, "rules.dll").Errors).Id);

    [Fact]
    public void Another_assembly_is_no_assembly_of_rules() =>
        Assert.Equal("RULE008", Assert.Single(RuleAssembly.Load(File.ReadAllBytes(typeof(Scripts).Assembly.Location), "rules.dll").Errors).Id);
}
