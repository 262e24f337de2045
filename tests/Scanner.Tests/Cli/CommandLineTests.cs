using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>Scanner as a process: what it says where, and how it ends.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task With_an_endpoint_credentials_and_a_region_a_cluster_is_found_and_judged()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        var result = await Run(aws, "check", "--aws-region", "us-east-1", "--out", "sarif=a.sarif");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✗ GEN-011", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"ruleId\": \"GEN-011\"", await File.ReadAllTextAsync(Path.Combine(_directory.FullName, "a.sarif"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(_directory.GetFiles());
    }

    [Fact]
    public async Task What_is_refused_is_named_with_its_remedy_and_the_exit_is_3()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        aws.With("rds:DescribeDBInstances", Trouble.Denied);
        var result = await Run(aws, "check", "--aws-region", "us-east-1");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("rds:DescribeDBInstances", result.Output, StringComparison.Ordinal);
        Assert.Contains("allow rds:DescribeDBInstances", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incomplete_can_be_allowed()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        aws.With("rds:DescribeDBProxies", Trouble.Denied);
        Assert.Equal(0, (await Run(aws, "check", "--aws-region", "us-east-1", "--allow-incomplete")).ExitCode);
    }

    [Fact]
    public async Task A_snapshot_is_kept_and_checked_again_with_the_same_findings()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Run(aws, "snapshot", "--aws-region", "us-east-1", "-o", "a.jsonl.gz");
        var again = await Run(aws, "check", "a.jsonl.gz", "--out", "github-sarif=a.sarif");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("\"uri\": \"a.jsonl.gz\"", await File.ReadAllTextAsync(Path.Combine(_directory.FullName, "a.sarif"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_takes_nothing_with_it()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Write("file", "");
        var result = await Run(aws, "check", "--aws-region", "us-east-1", "--out", "sarif=file/a.sarif");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("✗ GEN-011", result.Output, StringComparison.Ordinal);
        Assert.Contains("file/a.sarif: cannot be written", result.Error, StringComparison.Ordinal);
        Assert.Single(_directory.GetFiles());
    }

    [Fact]
    public async Task A_target_in_scanner_yaml_gives_findings_their_place()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Write("scanner.yaml", "targets:\n  - name: prod\n    aws: { regions: [us-east-1] }\n");
        var result = await Run(aws, "check", "--out", "github-sarif=a.sarif");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("scanner.yaml:2", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_in_scanner_yaml_changes_what_a_failure_weighs()
    {
        await Write("scanner.yaml", "rules:\n  severity: { GEN-011: note, PCL-015: note, PCL-023: warning }\n  disable: [PCL-022]\n");
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl"), "--notes");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("i GEN-011", result.Output, StringComparison.Ordinal);
        Assert.Contains("! PCL-023", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PCL-022", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("snapshot", "-o", "a.jsonl")]
    public async Task Where_nobody_says_what_to_look_at_there_is_nothing_to_check(params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.Equal((4, "", "scanner: nothing to check: give a snapshot, --aws-region REGION, --eks NAME, --kube-context NAME, --in-cluster, or targets in scanner.yaml\n"), (result.ExitCode, result.Output, result.Error));
    }

    public static TheoryData<string, string[], string> Mistakes() => new()
    {
        { "", ["chekc"], "chekc" },
        { "", ["check", "--frobnicate"], "there is no option --frobnicate" },
        { "", ["check", "a.jsonl", "--aws-region", "us-east-1"], "a.jsonl: there is no such file" },
        { "", ["check", "--aws-region", "us-east-1", "--deadline", "-5"], "--deadline -5: expected 1 to 86400 seconds" },
        { "", ["rules", "new", "aws-parallelclusters", "OUR-001-x"], "there is no architecture 'aws-parallelclusters'; did you mean 'aws-parallelcluster'?" },
        { "", ["check", "missing.jsonl"], "missing.jsonl: there is no such file" },
        { "", ["check", "scanner.yaml", "--out", "sarfi=x"], "there is no format 'sarfi'; did you mean 'sarif'?" },
        { "", ["check", "missing.jsonl", "--out", "json", "--out", "sarif"], "only one report can go to standard output" },
        { "", ["check", "--aws-region", "us-east-1", "--out", "github-sarif=a.sarif"], "name the target in a committed scanner.yaml" },
        { "", ["check", "--param", "workbenchPort=1"], "there is no parameter 'workbenchPort'; did you mean 'workbenchPorts'?" },
        { "", ["check", "--param", "workbenchPorts=none"], "'none' is no port" },
        { "", ["check", "--architecture", "aws-parallel-cluster"], "did you mean 'aws-parallelcluster'?" },
        { "", ["check", "--only", "PCL-15"], "there is no rule 'PCL-15'; did you mean 'PCL-015'?" },
        { "", ["explain", "PCL-999", "--in", "x"], "there is no rule 'PCL-999'" },
        { "", ["check", "--kubeconfig", "no-such-file"], "no kubeconfig: no-such-file does not exist" },
        { "", ["check", "--kubeconfig", "scanner.yaml", "--kube-context", "x"], "no kubeconfig: scanner.yaml does not exist" },
        { "contexts: [{ name: prod, context: {} }]\n", ["snapshot", "-o", "a.jsonl", "--config", "/dev/null", "--kubeconfig", "scanner.yaml", "--kube-context", "x"], "scanner.yaml: there is no context 'x'; there is prod" },
        { "", ["check", "--in-cluster"], "this is no pod of a cluster" },
        { "", ["check", "--eks", "pwb", "--aws-region", "us-east-1", "--aws-region", "us-west-2"], "in which of us-east-1, us-west-2 is the EKS cluster pwb?" },
        { "", ["permissions", "kubernetes", "--namespace", "a b"], "--namespace a b: expected the name of a namespace" },
        { "targets:\n  - kubernetes: { contxt: prod }\n", ["check"], "scanner.yaml:2:19: unknown key 'contxt'; did you mean 'context'?" },
        { "targets:\n  - kubernetes: { context: prod, eks: prod }\n", ["check"], "scanner.yaml:2:17: a cluster is named by context" },
        { "targets:\n  - kubernetes: []\n", ["check"], "scanner.yaml:2:17: the list of clusters is empty" },
        { "targets:\n  - kubernetes: { kubeconfig: none }\n", ["check"], "no kubeconfig: none does not exist" },
        { "targets:\n  - nam: prod\n", ["check"], "scanner.yaml:2:5: unknown key 'nam'; did you mean 'name'?" },
        { "targets: [\n", ["check"], "scanner.yaml:" },
        { "rules:\n  severity: { GEN-11: note }\n", ["check"], "there is no rule 'GEN-11'; did you mean 'GEN-011'?" },
        { "rules:\n  severity: { GEN-011: low }\n", ["check"], "scanner.yaml:2:24: 'low' is no severity" },
        { "parameters:\n  minParallelCluster: newest\n", ["check"], "scanner.yaml:2:23: parameter minParallelCluster: 'newest' is no version" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_a_line_that_says_what_to_do(string yaml, string[] arguments, string expected)
    {
        if (yaml.Length > 0) await Write("scanner.yaml", yaml);
        var result = await ScannerProcess.Run(_directory.FullName, new Dictionary<string, string>(), arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Error.TrimEnd('\n').Split('\n').Length, 1, 3);
    }

    [Fact]
    public async Task A_cut_snapshot_is_a_line_with_file_and_line()
    {
        var whole = await File.ReadAllTextAsync(Repository.Path("fixtures", "worlds", "aws-parallelcluster.jsonl"), TestContext.Current.CancellationToken);
        await Write("cut.jsonl", whole[..(whole.Length / 2)]);
        var result = await ScannerProcess.Run(_directory.FullName, new Dictionary<string, string>(), "check", "cut.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Matches("^scanner: cut.jsonl:[0-9]+: [^\n]+\n$", result.Error);
    }

    [Fact]
    public async Task A_rule_of_the_users_runs_beside_the_shipped_ones()
    {
        await Run("rules", "new", "aws-parallelcluster", "OUR-001-instances-have-an-owner", "--into", "ours");
        var tested = await Run("rules", "test", "--rules", "ours", "--fixtures", "ours/fixtures");
        Assert.Equal("4 passed, 0 failed\n", tested.Output);
        var world = Repository.Path("fixtures", "worlds", "aws-parallelcluster.jsonl");
        Assert.Contains("OUR-001", (await Run("check", world, "--rules", "ours")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_for_every_architecture_starts_in_a_world_too()
    {
        Assert.Equal(0, (await Run("rules", "new", "workbench", "OUR-001-instances-have-an-owner", "--into", "ours")).ExitCode);
        Assert.Equal("4 passed, 0 failed\n", (await Run("rules", "test", "--rules", "ours", "--fixtures", "ours/fixtures")).Output);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_told_before_anything_is_written()
    {
        await Run("rules", "new", "workbench", "OUR-001-instances-have-an-owner", "--into", "ours");
        var again = await Run("rules", "new", "aws-eks", "OUR-001-something-else", "--into", "ours");
        Assert.Equal((2, "scanner: ours/workbench/OUR-001-instances-have-an-owner.csx has the id OUR-001 already: give a free one\n"), (again.ExitCode, again.Error));
        Assert.False(Directory.Exists(Path.Combine(_directory.FullName, "ours", "aws-eks")));
    }

    [Fact]
    public async Task An_id_of_a_shipped_rule_is_told() =>
        Assert.Contains("GEN-011 is also the id of a shipped rule", (await Run("rules", "new", "workbench", "GEN-011-x", "--into", "ours")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("set:\n  LoadBalancer:\n    type: applicaton\n", "3:11: type of a LoadBalancer is one of application, ")]
    [InlineData("set:\n  Database: { backupRetentionDays: week }\n", "2:36: backupRetentionDays of a Database is a whole number, and not \"week\"")]
    [InlineData("set:\n  WorkbenchServer:\n    files: [{ name: rserver.conf, sections: x }]\n", "3:12: files of a WorkbenchServer is a list, each { name, sections, problem }, and not [{")]
    [InlineData("add: [{ kind: Database, id: x, properties: { port: http } }]\n", "1:52: port of a Database is a whole number, and not \"http\"")]
    public async Task A_value_that_a_property_cannot_have_is_told_with_the_fixtures_line(string fixture, string expected)
    {
        await Run("rules", "new", "workbench", "OUR-001-instances-have-an-owner", "--into", "ours");
        await Write("ours/fixtures/OUR-001/fail-typo.yaml", fixture);
        var tested = await Run("rules", "test", "--rules", "ours", "--fixtures", "ours/fixtures");
        Assert.Contains($"ours/fixtures/OUR-001/fail-typo.yaml:{expected}", tested.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_is_told_with_line_and_column()
    {
        Directory.CreateDirectory(Path.Combine(_directory.FullName, "ours", "aws-parallelcluster"));
        await Write("ours/aws-parallelcluster/OUR-001-broken.csx", "new Rule<TargetGroup>\n{\n    Check = (tg, env) => !tg.StickinessType ? Pass() : Fail(\"x\"),\n}\n");
        var result = await Run("rules", "list", "--rules", "ours");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ours/aws-parallelcluster/OUR-001-broken.csx:3:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_that_runs_only_where_it_is_named_is_listed_as_off()
    {
        Assert.Contains("is a multiple of 1.2 TB (off; --only EKS-018 runs it)", (await Run("rules", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("only where it is named: --only EKS-018", (await Run("rules", "show", "EKS-018")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_names_the_facts_with_their_sources()
    {
        var scan = Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl");
        var result = await Run("explain", "PCL-015", "--in", scan);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("isStickinessEnabled = false [live, elasticloadbalancing:DescribeTargetGroupAttributes, 2026-11-21 09:00:00Z]", result.Output, StringComparison.Ordinal);
        Assert.Contains("would pass if isStickinessEnabled of TargetGroup pwb-workbench were true", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".stickinessSeconds", result.Output, StringComparison.Ordinal);
        Assert.Contains("stickinessSeconds = 86400", (await Run("explain", "PCL-015", "pwb-workbench", "--in", scan, "--all")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_for_programs_has_every_fact()
    {
        var scan = Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl");
        var (once, twice) = (await Run("explain", "GEN-011", "--in", scan, "--out", "json"), await Run("explain", "GEN-011", "--in", scan, "--out", "json"));
        Assert.Equal(once.Output, twice.Output);
        var explained = System.Text.Json.Nodes.JsonNode.Parse(once.Output)!["explanations"]![0]!;
        Assert.Equal("fail", (string)explained["verdict"]!);
        Assert.Equal("sg-70670000000000001", (string)explained["flips"]![0]!["resource"]!);
        Assert.Equal("pass", (string)explained["flips"]![0]!["verdict"]!);
        Assert.True(explained["others"]!.AsArray().Count > explained["decisive"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("pwp", "did you mean 'pwb'?")]
    [InlineData("nothing-like-it", "PCL-023 judges no 'nothing-like-it'; it judges pwb")]
    public async Task A_resource_that_a_rule_does_not_judge_is_told_with_what_it_judges(string resource, string expected)
    {
        var result = await Run("explain", "PCL-023", resource, "--in", Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_verb_has_help_with_examples()
    {
        foreach (var verb in (string[][])[["check"], ["snapshot"], ["explain"], ["rules", "list"], ["rules", "show"], ["rules", "new"], ["rules", "test"], ["permissions", "kubernetes"]])
            Assert.Contains("Examples:", (await Run([.. verb, "--help"])).Output, StringComparison.Ordinal);
    }

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_directory.FullName, new Dictionary<string, string>(), arguments);

    private Task<ScannerProcess.Result> Run(RecordedAws aws, params string[] arguments) => ScannerProcess.Run(_directory.FullName, new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
    }, arguments);

    private Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(_directory.FullName, name), text, TestContext.Current.CancellationToken);
}
