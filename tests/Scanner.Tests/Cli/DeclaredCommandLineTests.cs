using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Relevance;

namespace Scanner.Tests.Cli;

/// <summary>Files on the command line: alone, over what is live, and as a change.</summary>
public sealed partial class DeclaredCommandLineTests : IDisposable
{
    private const string Config = "cluster-config.yaml";

    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("scanner-test-");
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("scanner-test-");

    public DeclaredCommandLineTests() => File.Copy(Stored("parallelcluster-drifted"), Path.Combine(_repository.FullName, Config));

    public void Dispose()
    {
        _repository.Delete(recursive: true);
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task File_alone_is_checked_without_any_cloud_and_a_finding_names_its_line()
    {
        var result = await Run("check", Config, "--cluster", "pwb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Posit Workbench on AWS ParallelCluster: pwb", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Read from {Config} · nothing live was asked", result.Output, StringComparison.Ordinal);
        Assert.Matches($@"homes of pwb are on EFS.* {Config}:\d+", result.Output);
    }

    /// <summary>In CI from the files; elsewhere live, with what CI handed over; in CI again. A committed scanner.yaml is in both places, or in none.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Check_in_ci_then_live_elsewhere_then_ci_again_changes_no_fingerprint_and_no_place(bool isCommitted)
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        if (isCommitted) await Commit();
        var first = await SarifText(_repository, null, "check", Config, "--cluster", "pwb");
        await Run("snapshot", Config, "--cluster", "pwb", "-o", "declared.jsonl");
        Hand("declared.jsonl");
        var live = Failures(await SarifText(_elsewhere, aws, ["check", "--locations", "declared.jsonl", .. isCommitted ? (string[])[] : ["--aws-region", "us-east-1"]]));
        var again = await SarifText(_repository, null, "check", Config, "--cluster", "pwb");

        Assert.Equal(Timeless(first), Timeless(again));
        Same(Failures(first), live, isCommitted);
    }

    /// <summary>A scan of the account beside the files; its snapshot checked elsewhere, where they are not; in CI again.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Scan_with_the_files_is_checked_elsewhere_without_them_at_the_same_lines(bool isCommitted)
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        if (isCommitted) await Commit();
        var first = await SarifText(_repository, aws, "check", "--aws-region", "us-east-1", Config);
        await Run(aws, "snapshot", "--aws-region", "us-east-1", Config, "-o", "scan.jsonl");
        Hand("scan.jsonl");
        var elsewhere = await SarifText(_elsewhere, null, "check", "scan.jsonl");
        var again = await SarifText(_repository, aws, "check", "--aws-region", "us-east-1", Config);

        Assert.Equal(Timeless(first), Timeless(again));
        Assert.Equal(Failures(first), Failures(elsewhere));
        Same(Failures(await SarifText(_repository, null, "check", Config, "--cluster", "pwb")), Failures(elsewhere), isCommitted);
        Assert.False(File.Exists(Path.Combine(_elsewhere.FullName, Config)));
    }

    /// <summary>A line of scanner.yaml counts more than what stands in where there is none, also where the snapshot was made without it.</summary>
    [Fact]
    public async Task Target_s_line_in_scanner_yaml_holds_what_no_file_declares_wherever_the_snapshot_is_from()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Run(aws, "snapshot", "--aws-region", "us-east-1", Config, "-o", "scan.jsonl");
        var without = Failures(await SarifText(_repository, null, "check", "scan.jsonl"));
        await Commit();
        var with = Failures(await SarifText(_repository, null, "check", "scan.jsonl"));

        Assert.Equal(without.Keys, with.Keys);
        var moved = without.Keys.Where(k => without[k] != with[k]).ToList();
        Assert.NotEmpty(moved);
        Assert.All(moved, k => Assert.Contains($"{Config}\"", without[k], StringComparison.Ordinal));
        Assert.All(moved, k => Assert.Contains("\"scanner.yaml\"", with[k], StringComparison.Ordinal));
    }

    private async Task Commit()
    {
        foreach (var folder in (DirectoryInfo[])[_repository, _elsewhere])
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "scanner.yaml"), "targets:\n  - name: prod\n    cluster: pwb\n    aws: { regions: [us-east-1] }\n", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("eks-over-live", "values.yaml production.yaml --param workbenchChart=0.22.0", "--cluster arn:aws:eks:us-east-1:123456789012:cluster/pwb-eks --namespace posit", "production.yaml")]
    [InlineData("terraform-eks-version", "state.json", "", "main.tf")]
    public async Task Scan_with_what_the_files_handed_over_has_the_lines_of_a_scan_beside_them(string name, string files, string about, string located)
    {
        var scan = Repository.Path("fixtures", "scans", "aws-eks-drifted", "snapshot.jsonl");
        using var checkout = new CopiedFolder(Repository.Path("fixtures", "findings", name));
        var folder = new DirectoryInfo(checkout.Path);
        var beside = await Sarif(folder, null, ["check", scan, .. files.Split(' ')]);
        await ScannerProcess.Run(checkout.Path, Environment(null), ["snapshot", .. $"{files} {about}".Split(' ', StringSplitOptions.RemoveEmptyEntries), "-o", Path.Combine(_elsewhere.FullName, "declared.jsonl")]);

        // what is otherwise than declared, only who has the files can tell
        Assert.Equal(beside.Where(v => !v.Value.StartsWith("SCN-002 ", StringComparison.Ordinal)), await Sarif(_elsewhere, null, "check", scan, "--locations", "declared.jsonl"));
        Assert.Contains(beside.Values, v => v.Contains(located, StringComparison.Ordinal));
    }

    /// <summary>A verdict that the live account gives besides must not move those that the file gives: what both say fails is one alert, at one line.</summary>
    private static void Same(Dictionary<string, string> files, Dictionary<string, string> live, bool isCommitted)
    {
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Contains(Config, f.Value, StringComparison.Ordinal));
        Assert.Equal(files.OrderBy(f => f.Key, StringComparer.Ordinal), live.Where(l => files.ContainsKey(l.Key)).OrderBy(l => l.Key, StringComparer.Ordinal));
        // were a fingerprint or line to move, the same rule would be there under another
        Assert.Empty(live.Where(l => !files.ContainsKey(l.Key)).Select(l => l.Value.Split(' ')[0]).Intersect(files.Values.Select(f => f.Split(' ')[0])));
        // what no file declares has a place that is the same everywhere, too
        Assert.All(live, l => Assert.Matches(isCommitted ? $"\"({Config}|scanner.yaml)\"" : $"\"{Config}\"", l.Value));
    }

    private void Hand(string file) => File.Copy(Path.Combine(_repository.FullName, file), Path.Combine(_elsewhere.FullName, file));

    [Fact]
    public async Task Places_come_from_the_snapshots_header_and_not_from_files_that_happen_to_be_there()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Run(aws, "snapshot", "--aws-region", "us-east-1", Config, "-o", "scan.jsonl");
        var with = await Sarif(_repository, null, "check", "scan.jsonl");
        File.Delete(Path.Combine(_repository.FullName, Config));

        Assert.Equal(with, await Sarif(_repository, null, "check", "scan.jsonl"));
        Assert.Contains(with.Values, v => v.Contains(Config, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Live_value_counts_where_the_file_says_another()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var result = await Run(aws, "check", "--aws-region", "us-east-1", Config);

        Assert.DoesNotContain("✗ PCL-023", result.Output, StringComparison.Ordinal);
        Assert.Contains($"with {Config}", result.Output, StringComparison.Ordinal);
    }

    /// <summary>A host in a VPC of nobody's is left out of a scan, unless somebody says that it matters.</summary>
    [Theory, InlineData("nodefacts=facts.json"), InlineData("--param workbenchHosts=i-0far000000000007"), InlineData("")]
    public async Task Host_that_node_facts_or_the_user_names_is_kept_wherever_it_is(string named)
    {
        await using var aws = FarVpc.In("parallelcluster-good");
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "facts.json"), """
            { "schema": "scanner.nodefacts/1", "collectedAt": "2026-11-21T08:00:00Z", "host": { "name": "far", "instanceId": "i-0far000000000007" }, "workbench": { "installed": true } }
            """, TestContext.Current.CancellationToken);

        var result = await Run(aws, ["snapshot", "--aws-region", "us-east-1", "-o", "scan.jsonl", .. named.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(0, result.ExitCode);
        var kept = await File.ReadAllTextAsync(Path.Combine(_repository.FullName, "scan.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(named.Length > 0, kept.Contains("eni-0far000000000007", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_shows_only_the_verdicts_that_it_would_flip()
    {
        var scan = Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl");

        var worse = await Run("check", scan, "--with", Config, "--diff");
        File.Copy(Stored("parallelcluster-good"), Path.Combine(_repository.FullName, "same.yaml"));
        var same = await Run("check", scan, "--with", "same.yaml", "--diff");

        Assert.Equal(1, worse.ExitCode);
        Assert.Matches($@"PCL-023 +pass → fail(.|\n)*{Config}:\d+", worse.Output);
        Assert.DoesNotContain("pass → pass", worse.Output, StringComparison.Ordinal);
        var json = await Run("check", scan, "--with", Config, "--diff", "--out", "json", "--out", "text=diff.txt");
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Repository.Path("docs", "diff.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json.Output));
        var flip = System.Text.Json.Nodes.JsonNode.Parse(json.Output)!["flips"]!.AsArray().Single(f => (string)f!["rule"]! == "PCL-023")!;
        Assert.Equal((1, "pass", "fail", Config), (json.ExitCode, (string)flip["before"]!["verdict"]!, (string)flip["after"]!["verdict"]!, (string)flip["after"]!["location"]!["file"]!));
        Assert.Equal(worse.Output, await File.ReadAllTextAsync(Path.Combine(_repository.FullName, "diff.txt"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(" → ", same.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HeadNode:\n  a: [1, 2\nScheduling: x\n", "cluster.yaml:2:")]
    [InlineData("HeadNode: “x”\nScheduling: y\n", "cluster.yaml:1:11: typographic quotes")]
    [InlineData("just: text\n", "scanner: cluster.yaml: is nothing that can be read; if it is, say what: KIND=cluster.yaml (scanner check --help lists the kinds)\n")]
    [InlineData("a: 1\n---\nb: 2\n", "scanner: cluster.yaml: is nothing that can be read; if it is, say what: KIND=cluster.yaml (scanner check --help lists the kinds)\n")]
    [InlineData("", "scanner: cluster.yaml: is empty\n")]
    [InlineData("replicas: 2\nimage: {repository: nginx}\n", "scanner: cluster.yaml: has only keys that values of any chart may have; if they are of the chart rstudio-workbench, say values=cluster.yaml\n")]
    [InlineData("Resources:\n  A: {Type: AWS::S3::Bucket}\n  B: {Type: AWS::SQS::Queue}\n", "scanner: cluster.yaml: nothing in it is read; nothing is made of cluster.yaml:2:13: type AWS::S3::Bucket, cluster.yaml:3:13: type AWS::SQS::Queue\n")]
    [InlineData("HeadNode: {}\n{% if x %}\nScheduling: x\n", "where {{ … }} or {% … %} is a template's, render it first, with the program that it is made for (Jinja, Ansible, cookiecutter …)")]
    [InlineData("replicas: {{ x }}\nlauncher: {}\nhomeStorage: {}\n", "cluster.yaml:1:12: a key that is no text; where {{ … }} is a template's, render it first (helm template): replicas: {{ x }}\n")]
    public async Task File_that_cannot_be_used_is_one_line_and_exit_2(string text, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "cluster.yaml"), text, TestContext.Current.CancellationToken);
        var result = await Run("check", "cluster.yaml");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("scanner: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("check nowhere.yaml", "nowhere.yaml: there is no such file")]
    [InlineData("check --diff", "--diff shows what a change would flip: give the changed file with --with FILE")]
    [InlineData("check cluster-config.yaml --cluster pwb --locations cluster-config.yaml", "cluster-config.yaml:1: not a snapshot; write one with scanner snapshot -o FILE\n")]
    [InlineData("check cluster-config.yaml --with cluster-config.yaml --diff --out sarif", "--out sarif: what --diff shows is written as text or json")]
    public async Task Wrong_use_is_told(string arguments, string message)
    {
        var result = await Run(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_and_live_target_are_not_mixed()
    {
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl"), "--aws-region", "us-east-1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("give a snapshot or a live target", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cluster wrong", "there is none in what was seen, which has pwb")]
    [InlineData("--cluster PWB", "there is none in what was seen, which has pwb")]
    public async Task Change_of_a_cluster_that_is_not_there_is_no_answer(string cluster, string message)
    {
        var result = await Run(["check", Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl"), "--with", Config, "--diff", .. cluster.Split(' ')]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_of_a_parallelcluster_over_another_sort_of_cluster_is_refused()
    {
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl"), "--with", Config, "--diff");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("they are about a ParallelCluster", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_that_has_no_place_in_what_was_seen_is_no_answer()
    {
        var values = Repository.Path("fixtures", "findings", "eks-change", "values.yaml");
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl"), "--with", values, "--diff");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("nothing tells where", result.Error, StringComparison.Ordinal);
    }

    /// <summary>ParallelCluster lets into its own groups whom the configuration gives other ones; how, only an update shows.</summary>
    [Fact]
    public async Task Change_of_security_groups_leaves_open_whom_ParallelCluster_s_own_groups_let_in()
    {
        var text = await File.ReadAllTextAsync(Stored("parallelcluster-good"), TestContext.Current.CancellationToken);
        var at = text.IndexOf("Networking:", text.IndexOf("LoginNodes:", StringComparison.Ordinal), StringComparison.Ordinal) + "Networking:".Length;
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "change.yaml"), text.Insert(at, " { SubnetIds: [subnet-0c33cc33cc33cc333], SecurityGroups: [sg-616c6200000000001] }\n      Was:"), TestContext.Current.CancellationToken);
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl"), "--with", "change.yaml", "--diff");

        Assert.DoesNotContain("✗ SLM-006", result.Output, StringComparison.Ordinal);
        Assert.Contains("SLM-006    pass → unknown", result.Output, StringComparison.Ordinal);
        Assert.Contains("whom ParallelCluster then lets into its own sg-68656164000000001 is known after the update", result.Output, StringComparison.Ordinal);
        // the homes are on a file system of the user's, whose group nobody else changes
        Assert.Contains("fs-0123456789abcdef0 (home): sg-6c757374720000001: has no rule", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fs-0c1d2e3f405162738", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_of_the_changed_file_counts_more_than_one_that_was_handed_over()
    {
        await using var aws = new RecordedAws("parallelcluster-drifted");
        await Run("snapshot", Config, "--cluster", "pwb", "-o", "declared.jsonl");
        await Run(aws, "snapshot", "--aws-region", "us-east-1", Config, "-o", "scan.jsonl");
        var text = await File.ReadAllTextAsync(Stored("parallelcluster-drifted"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "change.yaml"), "# changed\n" + text, TestContext.Current.CancellationToken);

        foreach (var arguments in (string[])["check scan.jsonl --with change.yaml", "check scan.jsonl --with change.yaml --locations declared.jsonl"])
        {
            var result = await Run(arguments.Split(' '));
            Assert.Matches(@"homes of pwb are on EFS.* change.yaml:\d+", result.Output);
            Assert.DoesNotContain($" {Config}:", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Value_that_is_filled_in_later_is_unknown_in_a_change()
    {
        var text = await File.ReadAllTextAsync(Stored("parallelcluster-good"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "change.yaml"), text.Replace("Count: 2", "Count: $COUNT", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await Run("check", Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl"), "--with", "change.yaml", "--diff");

        Assert.Equal(3, result.ExitCode);
        Assert.Matches(@"PCL-009 +pass → unknown", result.Output);
    }

    /// <summary>What cannot be read of a file is mended in its line; the architecture would only hide it.</summary>
    [Theory, InlineData("StorageType: Efs", "StorageType: EFS", "unknown StorageType EFS"), InlineData("MountDir: /opt/rstudio", "MountDir: ${DIR}", "${DIR}")]
    public async Task Entry_that_cannot_be_read_is_named_by_its_line_where_it_hides_the_architecture(string said, string instead, string problem)
    {
        var lines = (await File.ReadAllTextAsync(Stored("parallelcluster-good"), TestContext.Current.CancellationToken)).Split('\n').ToList();
        var at = lines.FindIndex(lines.FindIndex(l => l.StartsWith("SharedStorage:", StringComparison.Ordinal)), l => l.Contains(said, StringComparison.Ordinal));
        lines[at] = lines[at].Replace(said, instead, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "bad.yaml"), string.Join('\n', lines), TestContext.Current.CancellationToken);
        var result = await Run("check", "bad.yaml", "--cluster", "pwb");

        Assert.Equal(3, result.ExitCode);
        Assert.Matches($@"Architecture not told: .*what would decide: .*bad.yaml:{at + 1}:\d+", result.Output);
        Assert.Contains(problem, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_keys_are_counted_and_listed_on_request()
    {
        await File.AppendAllTextAsync(Path.Combine(_repository.FullName, Config), "Nonsense: 1\n", TestContext.Current.CancellationToken);

        Assert.Contains("1 key that nothing is made of (--unknown-keys lists them)", (await Run("check", Config, "--cluster", "pwb")).Error, StringComparison.Ordinal);
        Assert.Matches($@"nothing is made of {Config}:\d+:1: Nonsense", (await Run("check", Config, "--cluster", "pwb", "--unknown-keys")).Error);
    }

    [Fact]
    public async Task Target_in_scanner_yaml_names_its_files()
    {
        await File.WriteAllTextAsync(Path.Combine(_repository.FullName, "scanner.yaml"), $"targets:\n  - name: prod\n    cluster: pwb\n    declared: [{Config}]\n", TestContext.Current.CancellationToken);
        var result = await Run("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches($@"homes of pwb are on EFS.* {Config}:\d+", result.Output);
    }

    private static string Stored(string name) => Repository.Path("fixtures", "aws", name, "s3.GetObjectVersion.cluster-config.yaml");

    /// <summary>The failures of the full log: rule and place by fingerprint.</summary>
    private static async Task<Dictionary<string, string>> Sarif(DirectoryInfo folder, RecordedAws? aws, params string[] arguments) => Failures(await SarifText(folder, aws, arguments));

    private static async Task<string> SarifText(DirectoryInfo folder, RecordedAws? aws, params string[] arguments) =>
        (await ScannerProcess.Run(folder.FullName, Environment(aws), [.. arguments, "--out", "sarif"])).Output;

    /// <summary>Every byte but those that say which run it was, and when.</summary>
    private static string Timeless(string sarif) => OfTheRun.Replace(sarif, "");

    [GeneratedRegex("""/\d{8}T\d{6}Z(?=")|(?<="(guid|startTimeUtc|endTimeUtc)": ")[^"]*""", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheRun { get; }

    private static Dictionary<string, string> Failures(string sarif)
    {
        using var log = JsonDocument.Parse(sarif);
        return log.RootElement.GetProperty("runs").EnumerateArray().SelectMany(r => r.GetProperty("results").EnumerateArray()).Where(r => r.GetProperty("kind").GetString() == "fail")
            .ToDictionary(r => r.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!, r =>
                $"{r.GetProperty("ruleId").GetString()} {(r.TryGetProperty("locations", out var places) ? places[0].GetProperty("physicalLocation").GetRawText() : "nowhere")}");
    }

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_repository.FullName, new Dictionary<string, string>(), arguments);

    private Task<ScannerProcess.Result> Run(RecordedAws aws, params string[] arguments) => ScannerProcess.Run(_repository.FullName, Environment(aws), arguments);

    private static Dictionary<string, string> Environment(RecordedAws? aws) => aws is null ? [] : new()
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
    };
}
