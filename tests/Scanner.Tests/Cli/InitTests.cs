using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Cli.Init;
using Scanner.Collect;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner init</c> as a process: the file that it writes can be checked from at once, and whole.</summary>
public sealed class InitTests
{
    [Theory]
    [InlineData("parallelcluster-good", "found ParallelCluster pwb (us-east-1)\n", "  - name: pwb\n    aws: { regions: [us-east-1] }\n")]
    [InlineData("eks-good", "found EKS pwb-eks (us-east-1)\n", "  - name: pwb-eks\n    aws: { regions: [us-east-1] }\n    kubernetes: { eks: pwb-eks, region: us-east-1 }\n")]
    public async Task Clusters_become_targets_and_a_check_runs_from_the_file(string recorded, string found, string target)
    {
        await using var aws = new RecordedAws(recorded);
        if (recorded == "parallelcluster-good") aws.Answer("eks:ListClusters", """{"clusters":[]}""");
        using var home = DoctorTests.Keys(aws);
        var result = await home.Run("init", "--aws-region", "us-east-1");
        Assert.StartsWith(found, result.Output, StringComparison.Ordinal);
        Assert.Contains("wrote scanner.yaml: 1 target", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("next: look through it, then scanner doctor and scanner check\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(target, await Written(home), StringComparison.Ordinal);
        Assert.Single(Load(home).Targets);
        var check = await home.Run("check");
        Assert.True(check.ExitCode is ExitCode.Compliant or ExitCode.Findings or ExitCode.Incomplete, check.Error);
        Assert.Contains("read-only …", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_stand_in_the_order_of_what_they_decide_and_can_be_uncommented()
    {
        await using var aws = ParallelCluster().Answer("rds:DescribeDBInstances", TwoDatabases());
        using var home = DoctorTests.Keys(aws);
        await home.Run("init", "--aws-region", "us-east-1");
        var text = await Written(home);
        Assert.Contains("  # the RDS identifier or host of Workbench's metadata database; seen: pwb-metadata, pwb-other\n  # workbenchDatabase: pwb-metadata  # decides ", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(home.Path("scanner.yaml"), text.Replace("  # workbenchDatabase: ", "  workbenchDatabase: ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal("pwb-metadata", Load(home).Parameters["workbenchDatabase"]);
    }

    [Theory]
    [InlineData("--aws-region", "all")]
    [InlineData("--aws-profile", "bare")]
    public async Task Where_no_region_is_named_those_that_were_opened_become_targets(params string[] flags)
    {
        await using var aws = new RecordedAws("eks-good").When(RegionFinderTests.Regions("us-east-1"));
        using var home = DoctorTests.Keys(aws).Write(".aws/config", "[profile bare]\n").Write(".aws/credentials", "[bare]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\n");
        home.Environment.Remove("AWS_REGION");
        var result = await home.Run(["init", .. flags]);
        Assert.StartsWith("found EKS pwb-eks (us-east-1)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("wrote scanner.yaml: 1 target", result.Output, StringComparison.Ordinal);
        Assert.Equal(["us-east-1"], Assert.Single(Load(home).Targets).Aws!.Regions);
    }

    [Fact]
    public async Task Where_regions_are_not_told_it_says_so_and_names_none()
    {
        await using var aws = new RecordedAws("eks-good").Refuse("ec2:DescribeRegions", 403, "UnauthorizedOperation");
        using var home = DoctorTests.Keys(aws);
        var result = await home.Run("init", "--aws-region", "all");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("could not read ec2:DescribeRegions: denied, aws: which regions are enabled cannot be told", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("wrote nothing\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\n  - name: injected")]
    [InlineData("x\u0085  - name: injected")]
    [InlineData("x\u2028  - name: injected")]
    [InlineData("x\r  - name: injected")]
    [InlineData("x\u001b]0;y\a")]
    public void Names_from_outside_stay_where_they_are_put(string name)
    {
        var survey = new Survey
        {
            Target = new LiveTarget("aws") { Aws = new(["us-east-1", "eu-west-1"]) }, ParallelClusters = [("us-east-1", name)], EksClusters = [new(name, "eu-west-1")], Contexts = [name],
            Parameters = [new("workbenchDatabase", 1, [name])],
        };
        using var home = new AwsHome(null).Write("scanner.yaml", StarterYaml.Of(survey));
        Assert.Equal([name, $"{name}-eu-west-1"], Load(home).Targets.Select(t => t.Name));
        Assert.DoesNotContain(StarterYaml.Of(survey), c => (char.IsControl(c) && c != '\n') || c == '\u2028');
    }

    [Fact]
    public async Task File_that_is_there_is_kept_unless_forced()
    {
        await using var aws = ParallelCluster();
        using var home = DoctorTests.Keys(aws).Write("scanner.yaml", "mine: [");
        var refused = await home.Run("init", "--aws-region", "us-east-1");
        Assert.Equal((ExitCode.BadInput, "scanner: scanner.yaml: is there already; give --force to write it anew, or -o FILE for another one\n"), (refused.ExitCode, refused.Error));
        Assert.Equal("mine: [", await Written(home));
        Assert.Empty(aws.Requests);
        Assert.Equal(ExitCode.Compliant, (await home.Run("init", "--aws-region", "us-east-1", "--force")).ExitCode);
        Assert.Contains("- name: pwb", await Written(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_look_at_leaves_no_file_in_the_way_of_the_next_try()
    {
        using var home = new AwsHome(null);
        home.Environment.Remove("AWS_REGION");
        var result = await home.Run("init");
        Assert.Equal((ExitCode.NothingToCheck, ""), (result.ExitCode, result.Error));
        Assert.Equal("found nothing: there is no region to look at; give --aws-region REGION, or set AWS_REGION\nwrote nothing\n", result.Output);
        Assert.Contains("nothing to check", (await home.Run("check")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_cannot_be_entered_is_said_and_is_a_target_all_the_same()
    {
        using var home = new AwsHome(null);
        var result = await home.Run("init", "--aws-region", "us-east-1");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("found no cluster\ncould not read sts:GetCallerIdentity: denied, no credentials", result.Output, StringComparison.Ordinal);
        Assert.Single(Load(home).Targets);
    }

    [Fact]
    public async Task Contexts_of_the_kubeconfig_are_offered_and_not_entered()
    {
        await using var aws = ParallelCluster();
        using var home = DoctorTests.Keys(aws).Write("config", ClusterAnswers.Kubeconfig(("our cluster", new Uri("http://127.0.0.1:1/"))));
        var result = await home.With("KUBECONFIG", home.Path("config")).Run("init", "--aws-region", "us-east-1");
        Assert.Equal(ExitCode.Compliant, result.ExitCode);
        var text = await Written(home);
        Assert.Contains("  # - name: \"our cluster\"\n  #   kubernetes: { context: \"our cluster\" }\n", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(home.Path("scanner.yaml"), text.Replace("  # - name", "  - name", StringComparison.Ordinal).Replace("  #   kube", "    kube", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(["pwb", "our cluster"], Load(home).Targets.Select(t => t.Name));
    }

    [Fact]
    public void Every_parameter_has_its_words_and_an_example_that_will_do()
    {
        Assert.Equal(ParameterNames.All, ParameterWords.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(ParameterWords.All, p => Assert.Null(ParameterNames.Problem(p.Key, p.Value.Example)));
    }

    private static ScannerYaml Load(AwsHome home) => ScannerYaml.Load(home.Path("scanner.yaml"), Directory.GetCurrentDirectory());

    private static RecordedAws ParallelCluster() => new RecordedAws("parallelcluster-good").Answer("eks:ListClusters", """{"clusters":[]}""");

    private static Task<string> Written(AwsHome home) => File.ReadAllTextAsync(home.Path("scanner.yaml"), TestContext.Current.CancellationToken);

    /// <summary>A second database like the first: nothing tells which of them is Workbench's.</summary>
    private static string TwoDatabases()
    {
        var recorded = File.ReadAllText(Repository.Path("fixtures", "aws", "parallelcluster-good", "rds.DescribeDBInstances.xml"));
        var (start, end) = (recorded.LastIndexOf("<DBInstance>", StringComparison.Ordinal), recorded.LastIndexOf("</DBInstance>", StringComparison.Ordinal) + "</DBInstance>".Length);
        return recorded.Insert(end, recorded[start..end].Replace("pwb-metadata", "pwb-other", StringComparison.Ordinal));
    }
}
