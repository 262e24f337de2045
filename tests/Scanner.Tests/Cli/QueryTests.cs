using System.Text.RegularExpressions;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner query</c> as a process.</summary>
public sealed partial class QueryTests
{
    private const string Snapshot = "fixtures/scans/aws-parallelcluster-drifted/snapshot.jsonl";

    [GeneratedRegex("^  scanner query '(?<query>[^']+)' (?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex Example { get; }

    private static Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(["query", .. arguments]);

    [Fact]
    public async Task Every_example_of_the_help_answers()
    {
        var examples = Example.Matches((await Run("--help")).Output);
        Assert.Equal(5, examples.Count);
        foreach (Match example in examples)
        {
            var rest = example.Groups["rest"].Value.Replace("snapshot.jsonl", Snapshot, StringComparison.Ordinal).Replace("--aws-region us-east-1", Snapshot, StringComparison.Ordinal);
            var result = await Run([example.Groups["query"].Value, .. rest.Split(' ')]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.NotEmpty(result.Output);
        }
    }

    [Fact]
    public async Task Rows_are_a_table()
    {
        var result = await Run("resources.Of<Subnet>().Select(s => (s.Id, s.Cidr, Zone: s.AvailabilityZone))", Snapshot);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("""
            Id                        Cidr          Zone
            subnet-0a11aa11aa11aa111  10.20.0.0/24  us-east-1a
            subnet-0b22bb22bb22bb222  10.20.1.0/24  us-east-1b
            subnet-0c33cc33cc33cc333  10.20.16.0/20 us-east-1a
            subnet-0d44dd44dd44dd444  10.20.32.0/20 us-east-1b

            """.Replace("Cidr          Zone", "Cidr           Zone", StringComparison.Ordinal).Replace("/24  us", "/24   us", StringComparison.Ordinal).Replace("/20 us", "/20  us", StringComparison.Ordinal), result.Output);
    }

    [Theory]
    [InlineData("double.NaN", "\"NaN\"")]
    [InlineData("1.0 / 0", "\"Infinity\"")]
    [InlineData("Math.Pow(2, 70)", "1.1805916207174113E+21")]
    public async Task Number_that_json_lacks_is_a_text(string query, string value)
    {
        var result = await Run(query, Snapshot, "--out", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"\"Value\": {value}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_map_is_none() =>
        Assert.Contains("efs-static      none\n", (await Run("resources.Of<StorageClass>().Select(c => (c.Name, c.Parameters))", "fixtures/scans/aws-eks-drifted/snapshot.jsonl")).Output, StringComparison.Ordinal);

    /// <summary>To understand lambdas within lambdas, each of which could be of several types, takes the compiler exponentially long: it is not asked to.</summary>
    [Fact]
    public async Task Text_that_the_compiler_would_ponder_is_refused()
    {
        var query = Enumerable.Range(0, 12).Reverse().Aggregate("resources.Of<Subnet>().Select(s => s.Id)", (inner, i) => $"resources.Of<Subnet>().SelectMany(x{i} => {inner})");
        var result = await Run(query, Snapshot, "--timeout", "1");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("RULE004: functions within functions, more than 8 deep", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_seen_ends_with_3()
    {
        const string Query = "env.WorkbenchHosts().Select(h => (h.Id, h.OperatingSystem))";
        var result = await Run(Query, Snapshot);
        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.Contains("i-0bbb0000000000001  ? (needs node facts of i-0bbb0000000000001)\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(Query, Snapshot, "--allow-incomplete")).ExitCode);
    }

    [Fact]
    public async Task Mistake_has_a_place_and_a_hint()
    {
        var result = await Run("env.Of<Instance>()", Snapshot);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("""
            query:1:8: CS0246: The type or namespace name 'Instance' could not be found
              env.Of<Instance>()
                     ^
              did you mean ComputeInstance?
            scanner: the query cannot be asked (scanner query --help has examples)

            """, result.Error);
    }

    [Fact]
    public async Task Query_that_does_not_end_is_ended()
    {
        var query = string.Concat(Enumerable.Range(0, 8).Select(i => $"resources.Of<Pod>().All(x{i} => ")) + "x0.Id != \"\"" + new string(')', 8);
        var result = await Run(query, "fixtures/scans/aws-eks-good/snapshot.jsonl", "--timeout", "1");
        Assert.Equal((2, "", "scanner: the query did not end within 1 s: ask for less, or give it more with --timeout\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("scanner: the query failed: DivideByZeroException: Attempted to divide by zero.\n", "resources.Of<Subnet>().Select(s => 1 / s.Id.IndexOf(\"s\", StringComparison.Ordinal))", Snapshot)]
    [InlineData("scanner: nothing.jsonl: there is no such file\n", "1", "nothing.jsonl")]
    [InlineData("scanner: --timeout 0: expected 1 to 3600 seconds\nSee: scanner query --help\n", "1", Snapshot, "--timeout", "0")]
    public async Task What_cannot_be_asked_is_one_line(string error, params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Answers_are_the_same_bytes()
    {
        string[] arguments = ["env.Of<SecurityGroup>().SelectMany(g => g.Ingress.Map(all => all.Select(r => (g.Id, r.Peer))))", "fixtures/scans/aws-eks-drifted/snapshot.jsonl", "--out", "json"];
        Assert.Equal((await Run(arguments)).Output, (await Run(arguments)).Output);
    }
}
