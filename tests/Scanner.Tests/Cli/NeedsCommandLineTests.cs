using Scanner.Cli;
using Scanner.Model;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Cli;

/// <summary>Scanner as a process: it asks for what the chosen rules need, and says what it did not ask.</summary>
public sealed class NeedsCommandLineTests : IDisposable
{
    private const string Rule = """
        new Rule<Vpc> { Title = "There is a VPC", Level = Level.Must, Source = "ours", Why = "w", Fix = "f", Check = (_, _) => Judgement.Pass() }
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_right_that_no_chosen_rule_uses_is_not_missed()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("rds:DescribeDBInstances", Trouble.Denied).With("ds:DescribeDirectories", Trouble.Denied);

        var result = await Run(aws, "check", "--aws-region", "us-east-1", "--only", "PCL-015");

        Assert.True(result.ExitCode == ExitCode.Compliant, result.Output + result.Error);
        Assert.Matches($"· {aws.Requests.Count} calls, [0-9]+ s, nothing refused", result.Output);
        Assert.DoesNotContain("not asked", result.Output, StringComparison.Ordinal);
        Assert.InRange(aws.Requests.Count, 10, 25);
        Assert.DoesNotContain(aws.Actions, a => a.StartsWith("rds:", StringComparison.Ordinal) || a.StartsWith("ds:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_with_all_rules_asks_less_than_a_snapshot_and_says_the_same()
    {
        await using var checkedAws = new RecordedAws("parallelcluster-drifted");
        await using var wholeAws = new RecordedAws("parallelcluster-drifted");
        var check = await Run(checkedAws, "check", "--aws-region", "us-east-1");
        await Run(wholeAws, "snapshot", "--aws-region", "us-east-1", "-o", "whole.jsonl");
        var again = await Run(wholeAws, "check", "whole.jsonl");
        Assert.Equal(Findings(again.Output), Findings(check.Output));
        Assert.True(checkedAws.Requests.Count < wholeAws.Requests.Count);
    }

    [Fact]
    public async Task Snapshot_that_was_taken_for_fewer_rules_leaves_the_others_unknown()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        await Run(aws, "check", "--aws-region", "us-east-1", "--only", "PCL-015", "--save-snapshot", "few.jsonl");

        var result = await Run(aws, "check", "few.jsonl", "--out", "text", "--out", "json=a.json", "--verbose");

        using var report = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(_folder.Path("a.json"), TestContext.Current.CancellationToken));
        Assert.Contains("scan again for this rule too", result.Output, StringComparison.Ordinal);
        Assert.Contains("PCL-030", result.Output[result.Output.IndexOf("UNKNOWN", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var snapshot = SnapshotFile.Read(_folder.Path("few.jsonl"));
        Assert.All(snapshot.Gaps, g => Assert.Equal((GapCause.NotAsked, "no rule that the scan was made for needs it"), (g.Cause, g.Detail)));
        Assert.Contains(snapshot.Coverage, c => c is { Kind: nameof(Database), Gap.Cause: GapCause.NotAsked });
    }

    [Fact]
    public async Task Snapshot_asks_for_everything_or_for_what_chosen_rules_need()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        await Run(aws, "snapshot", "--aws-region", "us-east-1", "-o", "whole.jsonl");
        var whole = aws.Requests.Count;
        await Run(aws, "snapshot", "--aws-region", "us-east-1", "--only", "PCL-015", "-o", "few.jsonl");
        await Run(aws, "check", "--aws-region", "us-east-1", "--only", "PCL-015");
        Assert.Empty(SnapshotFile.Read(_folder.Path("whole.jsonl")).Gaps);
        Assert.Equal(SnapshotFile.Read(_folder.Path("few.jsonl")).Header.Calls * 2, aws.Requests.Count - whole);
    }

    [Fact]
    public async Task For_a_rule_of_the_users_everything_is_asked()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        _folder.Write("own/workbench/OUR-001-vpc.csx", Rule);
        var result = await Run(aws, "check", "--aws-region", "us-east-1", "--rules", "own", "--only", "OUR-001");
        Assert.True(result.ExitCode == ExitCode.Compliant, result.Output + result.Error);
        Assert.Contains("ds:DescribeDirectories", aws.Actions);
        Assert.Contains("\"ds:DescribeDirectories\"", (await Run(aws, "permissions", "aws", "--rules", "own")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_are_those_of_the_chosen_rules()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var (one, all, whole) = (await Run(aws, "permissions", "aws", "--only", "PCL-025"), await Run(aws, "permissions", "aws"), await Run(aws, "permissions", "aws", "--all"));
        Assert.Contains("s3:GetObjectVersion", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("rds:", one.Output, StringComparison.Ordinal);
        Assert.Contains("rds:DescribeDBInstances", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ds:DescribeDirectories", all.Output, StringComparison.Ordinal);
        Assert.Contains("ds:DescribeDirectories", whole.Output, StringComparison.Ordinal);
        Assert.StartsWith("AWSTemplateFormatVersion", (await Run(aws, "permissions", "aws", "--format", "cloudformation", "--skip", "GEN-011")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Run(aws, "permissions", "aws", "--all", "--only", "PCL-025")).ExitCode);
        var kept = System.Text.Json.Nodes.JsonNode.Parse((await Run(aws, "permissions", "aws", "--only", "PCL-025", "--history", "s3://ops/scanner/prod/")).Output)!["Statement"]!.AsArray();
        Assert.Equal(["arn:*:s3:::ops", "arn:*:s3:::ops/scanner/prod/*"], kept.TakeLast(2).Select(s => (string)s!["Resource"]!));
        Assert.Equal("s3:DeleteObject s3:GetObject s3:PutObject", string.Join(' ', kept[^1]!["Action"]!.AsArray().Select(a => (string)a!)));
        Assert.EndsWith("                Action: [s3:DeleteObject, s3:GetObject, s3:PutObject]\n                Resource: !Sub \"arn:${AWS::Partition}:s3:::ops/scanner/prod/*\"\n",
            (await Run(aws, "permissions", "aws", "--format", "cloudformation", "--history", "s3://ops/scanner/prod")).Output.Split("Outputs:")[0], StringComparison.Ordinal);
        Assert.Contains("there is no rule 'PCL-999'", (await Run(aws, "permissions", "aws", "--only", "PCL-999")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_in_a_cluster_is_that_of_the_chosen_rules()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        var (one, all, whole) = (await Run(aws, "permissions", "kubernetes", "--only", "EKS-020"), await Run(aws, "permissions", "kubernetes"), await Run(aws, "permissions", "kubernetes", "--all"));
        Assert.DoesNotContain("persistentvolumes", one.Output, StringComparison.Ordinal);
        Assert.Contains("persistentvolumes", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("poddisruptionbudgets", all.Output, StringComparison.Ordinal);
        Assert.Contains("poddisruptionbudgets", whole.Output, StringComparison.Ordinal);
        Assert.Contains("resourceNames: [kube-system]", one.Output, StringComparison.Ordinal);
    }

    private static string Findings(string report) => report[report.IndexOf("FAILED", StringComparison.Ordinal)..report.IndexOf("Next:", StringComparison.Ordinal)];

    private Task<ScannerProcess.Result> Run(RecordedAws aws, params string[] arguments) => ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
    }, arguments);
}
