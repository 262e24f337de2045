using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Terraform;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Generated and mutated files end in facts or in one clear line, and never in anything else.</summary>
public sealed class TerraformGeneratedTests(ITestOutputHelper output)
{
    private const int Count = 100_000;

    private static readonly string[] s_words = ["{", "}", "[", "]", "\"", ",", ":", "true", "null", "7", "\"id\"", "\"references\"", "\"aws_vpc.a\"", "\"after_unknown\"", "\\ud800", "\"address\"", "é", "\n"];
    private static readonly string[] s_hcl = ["{", "}", "[", "]", "\"", "${", "<<EOT\n", "EOT\n", "resource \"a\" \"b\" {", "x = 1", "=", "#", "//", "/*", "*/", "\n", "\\", "dynamic \"d\" {", "%{", "é", "(", ")"];

    [Fact]
    public void Plans_and_states()
    {
        var (random, refused, observed) = (new Random(20260117), 0, 0);
        var seeds = Seeds();
        for (var i = 0; i < Count; i++)
        {
            try
            {
                observed += Read(Mutated(random, seeds[random.Next(seeds.Count)], s_words));
            }
            catch (DeclaredException e)
            {
                refused++;
                Assert.DoesNotContain('\n', e.Message);
            }
        }
        Assert.InRange(refused, 1, Count - 1);
        output.WriteLine($"{Count} generated plans and states, {refused} refused, {observed} resources");
    }

    [Fact]
    public void Sources()
    {
        var (random, blocks) = (new Random(20260118), 0);
        const string seed = "resource \"aws_lb\" \"a\" {\n  name = \"x${var.y}\"\n  text = <<-EOT\n    a\n  EOT\n  nested { inner = [1, 2] } # c\n}\n";
        for (var i = 0; i < Count; i++) blocks += HclScanner.Blocks(Mutated(random, seed, s_hcl)).Count;
        Assert.InRange(blocks, Count / 2, Count * 10);
        output.WriteLine($"{Count} generated sources, {blocks} blocks");
    }

    private static int Read(string text)
    {
        var path = new DeclaredInputText(text);
        var builder = new SnapshotBuilder();
        path.Read(new DeclaredSink(builder));
        return builder.Build(new(Header.CurrentSchema, "test", default, default, [])).Observations.Count;
    }

    /// <summary>Some words of it struck out, doubled, exchanged or put in.</summary>
    private static string Mutated(Random random, string seed, string[] words)
    {
        var text = new StringBuilder(seed);
        for (var changes = random.Next(4); changes > 0 && text.Length > 0; changes--)
        {
            var (at, length) = (random.Next(text.Length), random.Next(12));
            if (random.Next(3) > 0) text.Remove(at, Math.Min(length, text.Length - at));
            if (random.Next(3) > 0) text.Insert(Math.Min(at, text.Length), words[random.Next(words.Length)]);
        }
        return text.ToString();
    }

    private static List<string> Seeds() =>
    [
        TerraformCase.Plan(TerraformCase.Create("aws_lb", "a", """{"name":"a","load_balancer_type":"network","internal":true,"tags":{"a":"b"}}""", """{"id":true,"arn":true,"subnets":true,"vpc_id":true}""") + ","
            + TerraformCase.Create("aws_subnet", "a", """{"cidr_block":"10.0.0.0/24"}""", """{"id":true}""", "0"), TerraformCase.Block("aws_lb", "a", """{"subnets":{"references":["aws_subnet.a[0].id","aws_subnet.a[0]","aws_subnet.a"]}}""")),
        TerraformCase.Plan(TerraformCase.Create("aws_lb_target_group", "a", """{"name":"a","port":1,"protocol":"HTTP","target_type":"ip","stickiness":[{"enabled":true,"type":"lb_cookie","cookie_duration":1}]}""", """{"arn":true,"health_check":true}"""), TerraformCase.Block("aws_lb_target_group", "a", "{}")),
        """{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"aws_security_group.a","mode":"managed","type":"aws_security_group","name":"a","values":{"id":"sg-1","ingress":[{"protocol":"tcp","from_port":1,"to_port":2,"cidr_blocks":["10.0.0.0/8"],"self":true}],"egress":[]},"sensitive_values":{"ingress":[{}]}}],"child_modules":[{"address":"module.m","resources":[]}]}}}""",
    ];

    /// <summary>A text read as a file is, without a file for each.</summary>
    private sealed class DeclaredInputText(string text)
    {
        private static readonly DeclaredScope s_scope = new("t", "", DateTimeOffset.UnixEpoch);

        public void Read(DeclaredSink sink) => TerraformFormat.Read([TerraformFile.Read(new DeclaredInput("/nowhere/plan.json", "plan.json"), new DeclaredText("plan.json", text))], s_scope, sink);
    }
}
