using Scanner.Cli;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner doctor</c> as a process: what is missing comes first, and the exit code says how bad it is.</summary>
public sealed class DoctorTests
{
    private const string Missing = """
        MISSING  2
          aws/123456789012/us-east-1  fsx:DescribeVolumes        AccessDeniedException: not authorized to perform: fsx:DescribeVolumes
          aws/123456789012/us-east-1  rds:DescribeDBProxies      AccessDenied: not authorized to perform: rds:DescribeDBProxies
          add them: scanner permissions aws prints the policy of a scan

        """;

    [Fact]
    public async Task Missing_permission_is_named_with_the_policy_that_has_it()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("fsx:DescribeVolumes", Trouble.Denied).With("rds:DescribeDBProxies", Trouble.Denied);
        using var home = Keys(aws);
        var result = await home.Run("doctor", "--all", "--aws-region", "us-east-1");
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.StartsWith(Missing.ReplaceLineEndings("\n").Replace("Volumes        ", "Volumes    ", StringComparison.Ordinal).Replace("Proxies      ", "Proxies  ", StringComparison.Ordinal), result.Output, StringComparison.Ordinal);
        Assert.Contains("as arn:aws:sts::123456789012:assumed-role/ReadOnly/", result.Output, StringComparison.Ordinal);
        Assert.Contains(" (keys in the environment)\naws/123456789012/us-east-1  permissions: ", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Permission_that_no_chosen_rule_needs_is_not_missed()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("fsx:DescribeVolumes", Trouble.Denied).With("rds:DescribeDBProxies", Trouble.Denied);
        using var home = Keys(aws);
        Assert.StartsWith("MISSING  1\n  aws/123456789012/us-east-1  rds:DescribeDBProxies  ", (await home.Run("doctor", "--aws-region", "us-east-1", "--only", "GEN-011")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MISSING", (await home.Run("doctor", "--aws-region", "us-east-1", "--only", "PCL-015")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_the_account_cannot_be_entered()
    {
        using var home = new AwsHome(null).Write(".aws/config", "[profile prod]\nsso_start_url = https://corp.example/start\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = R\n");
        var result = await home.Run("doctor", "--aws-profile", "prod", "--aws-region", "us-east-1");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("COULD NOT BE TOLD  1\n  aws/unknown/us-east-1  sts:GetCallerIdentity  SSO session of profile prod is missing or has expired · aws sso login --profile prod\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("aws/unknown/us-east-1  cannot be entered\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_and_account_stay_on_their_line()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(r => r.Action == "sts:GetCallerIdentity" ? Accounts.Caller("1&#10;MISSING", "a&#10;MISSING  1&#133;b") : null);
        using var home = Keys(aws);
        Assert.DoesNotContain((await home.Run("doctor", "--aws-region", "us-east-1")).Output.Split('\n', '\u0085'), l => l.StartsWith("MISSING", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Regions_are_only_missed_where_none_is_named()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("ec2:DescribeRegions", 403, "UnauthorizedOperation");
        using var home = Keys(aws);
        Assert.DoesNotContain("ec2:DescribeRegions", (await home.Run("doctor", "--aws-region", "us-east-1")).Output, StringComparison.Ordinal);
        var searching = await home.Run("doctor", "--aws-region", "all");
        Assert.Equal(ExitCode.Incomplete, searching.ExitCode);
        Assert.Contains("aws/123456789012/unknown  ec2:DescribeRegions  aws: which regions are enabled cannot be told: UnauthorizedOperation", searching.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_flags_it_is_the_account_and_region_at_hand()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = Keys(aws).With("AWS_REGION", "us-east-1");
        Assert.Contains("aws/123456789012/us-east-1  permissions: ", (await home.Run("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Region_that_does_not_exist_is_doubted()
    {
        using var home = Keys(null);
        var result = await home.Run("doctor", "--aws-region", "eu-wst-1");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("'eu-wst-1' is no region that is known here; did you mean 'eu-west-1'?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cluster_is_asked_for_one_object_of_each_type()
    {
        var answers = ClusterAnswers.Of();
        answers["/api/v1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"pods"},{"name":"nodes"}]}""");
        answers["/api/v1/pods?limit=1"] = KubernetesAnswer.Ok("""{"items":[],"metadata":{}}""");
        await using var server = new LoopbackCluster(answers);
        using var home = Keys(null).Write("config", ClusterAnswers.Kubeconfig(("prod", server.Url)));
        var result = await home.With("KUBECONFIG", home.Path("config")).Run("doctor", "--kube-context", "prod");
        Assert.Contains("k8s/prod  permissions: 2 there, 1 could not be told, ", result.Output, StringComparison.Ordinal);
        Assert.Contains(server.Requests, r => r.Path == "/api/v1/pods?limit=1");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
    }

    [Fact]
    public async Task Cluster_that_cannot_be_reached_is_named()
    {
        using var home = Keys(null).Write("config", ClusterAnswers.Kubeconfig(("prod", new Uri("http://127.0.0.1:1/"))));
        var result = await home.With("KUBECONFIG", home.Path("config")).Run("doctor", "--kube-context", "prod");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("127.0.0.1:1 cannot be reached", result.Output, StringComparison.Ordinal);
    }

    internal static AwsHome Keys(RecordedAws? aws) => new AwsHome(aws).With("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").With("AWS_SECRET_ACCESS_KEY", "secret");
}
