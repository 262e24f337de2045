using System.Text.Json;

namespace Scanner.Tests.Cli;

/// <summary>What people get wrong with files: each is told in a line that says where and what, and none passes for an answer.</summary>
public sealed class DeclaredSlipTests : IDisposable
{
    private static readonly string s_cluster = Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl");
    private static readonly string s_eks = Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Values_over_a_snapshot_without_their_cluster_are_refused()
    {
        Write("values.yaml", "replicas: 1\nlauncher: {namespace: posit}\n");
        var result = await Run("check", s_cluster, "values.yaml");
        Assert.Equal((2, "", "scanner: values.yaml: nothing of it is in what was seen, where no Kubernetes cluster was looked at: check it alone, or over the cluster that it is for\n"),
            (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Values_of_another_namespace_are_refused_with_what_says_where_they_belong()
    {
        Write("values.yaml", "replicas: 1\nlauncher: {namespace: posit}\n");
        var result = await Run("check", s_eks, "values.yaml", "--namespace", "elsewhere");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("scanner: values.yaml: nothing of it is in what was seen, such as Workload/elsewhere/Deployment/rstudio-workbench: --namespace and --release say where that is; ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_the_release_that_was_seen_are_laid_over_it()
    {
        Write("values.yaml", "replicas: 1\nlauncher: {namespace: posit}\n");
        var result = await Run("check", s_eks, "values.yaml", "--namespace", "posit", "--release", "rstudio-workbench", "--param", "workbenchChart=0.22.0");
        Assert.Contains("with values.yaml", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing of it", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workload_that_only_a_change_declares_has_no_pods_that_could_be_judged()
    {
        Write("values.yaml", "replicas: 3\nlauncher: {namespace: posit}\n");
        var findings = await Findings("check", s_eks, "--with", "values.yaml", "--namespace", "elsewhere", "--only", "EKS-021", "--only", "EKS-020");
        Assert.All(findings.Where(f => f.Subject.Contains("elsewhere", StringComparison.Ordinal)), f => Assert.Equal("unknown", f.Verdict));
        Assert.Equal(2, findings.Count(f => f.Subject.Contains("elsewhere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Storage_type_that_is_misspelt_is_told_at_its_key_and_fails_no_rule()
    {
        var text = await File.ReadAllTextAsync(Repository.Path("fixtures", "aws", "parallelcluster-good", "s3.GetObjectVersion.cluster-config.yaml"), TestContext.Current.CancellationToken);
        Write("bad.yaml", text.Replace("StorageType: FsxLustre", "StorageType: FSxLustre", StringComparison.Ordinal));
        var line = (await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "bad.yaml"), TestContext.Current.CancellationToken)).Index().First(l => l.Item.Contains("FSxLustre", StringComparison.Ordinal)).Index + 1;
        var findings = await Findings("check", "bad.yaml", "--cluster", "pwb", "--architecture", "aws-parallelcluster", "--only", "PCL-025");
        Assert.Equal("unknown", Assert.Single(findings).Verdict);
        Assert.Matches($@"bad\.yaml:{line}:\d+: unknown StorageType FSxLustre; did you mean 'FsxLustre'\?", findings[0].Detail);
    }

    [Fact]
    public async Task Pools_that_are_too_small_are_told_at_their_count()
    {
        var text = await File.ReadAllTextAsync(Repository.Path("fixtures", "aws", "parallelcluster-good", "s3.GetObjectVersion.cluster-config.yaml"), TestContext.Current.CancellationToken);
        Write("small.yaml", text.Replace("Count: 2", "Count: 1", StringComparison.Ordinal));
        var line = (await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "small.yaml"), TestContext.Current.CancellationToken)).Index().First(l => l.Item.Contains(" Count: 1", StringComparison.Ordinal)).Index + 1;
        var finding = Assert.Single(await Findings("check", "small.yaml", "--cluster", "pwb", "--architecture", "aws-parallelcluster", "--only", "PCL-009"));
        Assert.Equal(("fail", $"small.yaml:{line}"), (finding.Verdict, finding.Place));
    }

    [Theory]
    [InlineData("replicas: 1\nlauncherPem: {}\n", "")]
    [InlineData("replicas: 1\nlauncher:\n  useTemplates: true\n", "values.yaml:3")]
    public async Task Template_that_is_the_charts_own_is_told_where_values_speak_of_it_or_nowhere(string values, string place)
    {
        Write("values.yaml", values);
        var findings = await Findings("check", "values.yaml", "--architecture", "aws-eks", "--param", "workbenchChart=0.22.0", "--only", "EKS-037");
        Assert.Equal([place], findings.Where(f => f.Verdict == "fail").Select(f => f.Place));
    }

    [Fact]
    public async Task Way_in_is_mended_where_its_target_group_is_written()
    {
        Write("template.yaml", """
            Resources:
              Group:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties:
                  Name: pwb-workbench
                  Protocol: HTTP
                  Port: 8787
                  VpcId: vpc-1
                  TargetGroupAttributes:
                    - {Key: stickiness.enabled, Value: "false"}
            """);
        var changed = Assert.Single(await Findings("check", s_cluster, "--with", "template.yaml", "--only", "PCL-015"));
        Assert.Equal(("fail", "template.yaml:9"), (changed.Verdict, changed.Place));
        await Run("snapshot", "template.yaml", "-o", "declared.jsonl");
        var seen = Assert.Single(await Findings("check", s_cluster, "--locations", "declared.jsonl", "--only", "PCL-015"));
        Assert.Equal(("pass", "template.yaml:9"), (seen.Verdict, seen.Place));
    }

    [Fact]
    public async Task Command_that_explains_a_change_comes_to_the_same_verdict()
    {
        File.Copy(Repository.Path("fixtures", "aws", "parallelcluster-drifted", "s3.GetObjectVersion.cluster-config.yaml"), Path.Combine(_folder.FullName, "change.yaml"));
        File.Copy(s_cluster, Path.Combine(_folder.FullName, "prod.jsonl"));
        var report = await Run("check", "prod.jsonl", "--with", "change.yaml", "--only", "PCL-023");
        var next = report.Output.Split('\n').Single(l => l.StartsWith("Next: scanner ", StringComparison.Ordinal))["Next: scanner ".Length..];
        Assert.Equal("explain PCL-023 --in prod.jsonl --with change.yaml", next);
        var explained = await Run(next.Split(' '));
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("  fail: pwb", explained.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main.tf", "resource \"x\" \"y\" {}\n", "main.tf: is Terraform's source, which is not evaluated: say `terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`")]
    [InlineData("terraform.tfstate", "{\"version\": 4, \"terraform_version\": \"1.9.5\", \"serial\": 1, \"lineage\": \"x\"}", "terraform.tfstate:1:1: is the state as Terraform keeps it; say `terraform show -json > state.json`")]
    [InlineData("foreach.yaml", "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::X: [N, [a], {}]\n  A: {Type: AWS::EC2::VPC}\n", "foreach.yaml:1:12: a macro rewrites this template")]
    public async Task Files_of_another_form_are_told_what_to_run(string file, string text, string message)
    {
        Write(file, text);
        var result = await Run("check", file);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"scanner: {message}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_that_is_misspelt_is_asked_after()
    {
        var result = await Run("check", "--archtecture", "aws-eks");
        Assert.Equal((2, "scanner: there is no option --archtecture; did you mean '--architecture'?\nSee: scanner check --help\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Architecture_that_files_leave_open_is_asked_for_by_the_flag_that_says_it()
    {
        Write("cluster.yaml", "Region: us-east-1\nImage: {Os: alinux2}\nHeadNode: {InstanceType: m6i.large, Networking: {SubnetId: subnet-1}}\nScheduling: {Scheduler: slurm, SlurmQueues: []}\n");
        var result = await Run("check", "cluster.yaml");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("what would decide: /opt/rstudio in SharedStorage, where it does, or --architecture KEY", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attestations_change_nothing_of_the_head_and_their_slips_are_noted()
    {
        Write("attestations.yaml", "attestations:\n  GEN-012: {by: J, date: 2026-03-01, note: x, expirs: 2999-01-01}\n  GEN-016: {by: J, date: 2999-03-01, note: x}\n  GEN-017: {by: J, date: 2025-03-01, note: x, expires: 2025-04-01}\n");
        var (without, with) = (await Run("check", s_eks), await Run("check", s_eks, "attestations.yaml"));
        string[] Head(string output) => [.. output.Replace(" · with attestations.yaml", "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("Posit", StringComparison.Ordinal) || line.StartsWith("Read-only", StringComparison.Ordinal) || line.Contains(" listings, ", StringComparison.Ordinal))];
        Assert.NotEmpty(Head(without.Output));
        Assert.Equal(Head(without.Output), Head(with.Output));
        Assert.Contains("note: attestations.yaml:2:47: nothing is made of GEN-012/expirs; did you mean 'expires'?\n", with.Error, StringComparison.Ordinal);
        Assert.Contains("note: attestations.yaml:3:3: GEN-016 is attested on 2999-03-01, which is still to come, and does not count before\n", with.Error, StringComparison.Ordinal);
        Assert.Contains("note: attestations.yaml:4:3: what J attested of GEN-017 expired on 2025-04-01, and no longer counts\n", with.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_of_a_host_that_was_not_seen_are_noted()
    {
        Write("vm.json", """{"schema": "scanner.nodefacts/1", "collectedAt": "2026-11-21T08:00:00Z", "host": {"name": "elsewhere", "instanceId": "i-0123456789abcdef0"}}""");
        var result = await Run("check", s_cluster, "vm.json");
        Assert.Matches(@"note: vm\.json:1:1: \S*i-0123456789abcdef0 is no host that was seen\n", result.Error);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_folder.FullName, new Dictionary<string, string>(), arguments);

    private async Task<List<(string Verdict, string Subject, string Place, string Detail)>> Findings(params string[] arguments)
    {
        var result = await Run([.. arguments, "--out", "json"]);
        using var report = JsonDocument.Parse(result.Output.Length > 0 ? result.Output : throw new InvalidOperationException(result.Error));
        return [.. report.RootElement.GetProperty("environments").EnumerateArray().SelectMany(e => e.GetProperty("findings").EnumerateArray()).Select(Read)];
    }

    private static (string, string, string, string) Read(JsonElement finding)
    {
        var place = finding.GetProperty("location");
        return (finding.GetProperty("verdict").GetString()!, finding.GetProperty("subject").GetRawText(),
            place.ValueKind is JsonValueKind.Null ? "" : $"{place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}", System.Text.RegularExpressions.Regex.Unescape(finding.GetRawText()));
    }
}
