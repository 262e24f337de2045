using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

public sealed class RegionFinderTests
{
    private const string Role = "arn:aws:iam::{account}:role/reader";

    private readonly List<string> _notices = [];

    [Fact]
    public async Task Every_enabled_region_is_looked_at_where_all_are_asked_for()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Regions("us-east-1", "eu-west-1", "eu-north-1"));

        var snapshot = await Scan(Searching(aws, RegionSearch.Enabled));

        Assert.Equal(["aws/123456789012/eu-north-1", "aws/123456789012/eu-west-1", "aws/123456789012/us-east-1"], Assert.Single(snapshot.Header.Targets).Scopes);
        Assert.Equal(3, snapshot.Coverage.Where(c => c.Kind == nameof(Vpc)).Select(c => c.Scope).Distinct().Count());
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task Without_a_region_those_with_signs_are_looked_at_and_the_rest_is_named()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(SignsOnlyIn("eu-west-1"));

        var snapshot = await Scan(Searching(aws, RegionSearch.WithSigns));

        var target = Assert.Single(snapshot.Header.Targets);
        Assert.Equal(["aws/123456789012/eu-west-1"], target.Scopes);
        Assert.Equal(["eu-north-1", "us-east-1"], target.RegionsLeftOut);
        Assert.Equal("recorded: no region was named, so those of 123456789012 were looked through: eu-west-1 (instances of ParallelCluster); left out, because nothing there is like one: eu-north-1, us-east-1", Assert.Single(_notices));
        Assert.Equal(["cloudformation:DescribeStacks", "ec2:DescribeInstances", "eks:ListClusters"], aws.Requests.Where(r => r.Region == "eu-north-1").Select(r => r.Action).Order());
    }

    [Theory]
    [InlineData("ec2:DescribeInstances")]
    [InlineData("cloudformation:DescribeStacks")]
    [InlineData("eks:ListClusters")]
    public async Task Region_that_cannot_be_looked_at_is_scanned(string refused)
    {
        var signs = SignsOnlyIn("eu-west-1");
        await using var aws = new RecordedAws("parallelcluster-good").When(r => r.Region == "eu-north-1" && r.Action == refused ? AwsAnswer.Error(r, 403, "AccessDenied", "no") : signs(r));

        var snapshot = await Scan(Searching(aws, RegionSearch.WithSigns));

        Assert.Equal(["aws/123456789012/eu-north-1", "aws/123456789012/eu-west-1"], Assert.Single(snapshot.Header.Targets).Scopes);
        Assert.Contains($"eu-north-1 (could not be looked at: {refused})", Assert.Single(_notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RegionSearch.Enabled)]
    [InlineData(RegionSearch.WithSigns)]
    public async Task Regions_that_are_not_told_are_one_gap_with_what_to_do_and_keep_no_other_target(RegionSearch search)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("ec2:DescribeRegions", 403, "UnauthorizedOperation");

        var snapshot = await Scan(Searching(aws, search), aws.Target with { Name = "other" });

        Assert.Equal(["aws/123456789012/unknown", "aws/123456789012/us-east-1"], snapshot.Header.Targets.Select(t => Assert.Single(t.Scopes)));
        var gap = Assert.Single(snapshot.Gaps, g => g.Scope == "aws/123456789012/unknown");
        Assert.Equal(("ec2:DescribeRegions", GapCause.Denied), (gap.Action, gap.Cause));
        Assert.StartsWith("recorded: which regions are enabled cannot be told: UnauthorizedOperation", gap.Detail, StringComparison.Ordinal);
        Assert.Contains("give --aws-region REGION", gap.Remedy.ToString(), StringComparison.Ordinal);
        Assert.Contains(snapshot.Coverage, c => c.Scope == "aws/123456789012/us-east-1" && c.Kind == nameof(Vpc));
        Assert.Equal(snapshot.Text().Length, Read(snapshot).Text().Length);
    }

    [Fact]
    public async Task Region_that_knows_no_credentials_may_be_disabled_and_closes_no_other()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(r => r.Region == "af-south-1" ? AwsAnswer.Error(r, 403, "InvalidClientTokenId", "The security token included in the request is invalid") : null);

        var snapshot = await Scan(aws.Target with { Aws = aws.Target.Aws! with { Regions = ["af-south-1", "us-east-1"] } });

        Assert.Equal(["aws/unknown/af-south-1", "aws/123456789012/us-east-1"], Assert.Single(snapshot.Header.Targets).Scopes);
        Assert.Contains("or the region af-south-1 is not enabled", Assert.Single(snapshot.Gaps).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Region_that_no_version_knows_is_asked_about()
    {
        var gap = new Gap("aws/unknown/eu-wst-1", "", "sts:GetCallerIdentity", GapCause.Failed, "Name or service not known", new(RemedyKind.Retry, "x"));

        Assert.Contains("no region eu-wst-1; is it spelt right?", RegionNames.Explained(gap, "eu-wst-1").Remedy.ToString(), StringComparison.Ordinal);
        Assert.Equal(gap, RegionNames.Explained(gap, "eu-west-1"));
    }

    [Fact]
    public async Task Each_account_is_entered_through_its_own_role_and_seen_apart()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Accounts.Sts);
        var target = aws.Target with { Aws = aws.Target.Aws! with { Roles = [new(Role)], Accounts = ["111111111111", "222222222222"], Regions = ["us-east-1", "eu-west-1"] } };

        var snapshot = await Scan(target);

        string[] scopes = ["aws/111111111111/us-east-1", "aws/111111111111/eu-west-1", "aws/222222222222/us-east-1", "aws/222222222222/eu-west-1"];
        Assert.Equal(scopes, Assert.Single(snapshot.Header.Targets).Scopes);
        Assert.Equal(4, snapshot.Observations.Where(o => o.Kind == nameof(Cluster)).Select(o => o.Evidence.Scope).Distinct().Count());
        Assert.Equal(snapshot.Text().Length, Read(snapshot).Text().Length);
        Assert.Equal(2, snapshot.Observations.Where(o => o.Kind == nameof(Cluster)).Select(o => o.Id.Split('/')[2]).Distinct().Count());
    }

    [Fact]
    public async Task Records_of_names_that_are_in_no_region_belong_to_every_region_that_was_asked()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var graph = new ResourceGraph(await Scan(aws.Target with { Aws = aws.Target.Aws! with { Regions = ["us-east-1", "eu-west-1"] } }));

        var seen = graph.Of<DnsRecord>(["aws/123456789012/us-east-1"]).Members.Select(m => m.Item.Id);
        Assert.NotEmpty(seen);
        Assert.Equal(seen, graph.Of<DnsRecord>(["aws/123456789012/eu-west-1"]).Members.Select(m => m.Item.Id));
    }

    [Fact]
    public async Task Account_that_two_callers_see_is_looked_at_once_and_noted()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Accounts.Sts);
        LiveTarget As(string role) => aws.Target with { Name = role, Aws = aws.Target.Aws! with { Roles = [new($"arn:aws:iam::111111111111:role/{role}")] } };

        var snapshot = await Scan(As("one"), As("two"));

        string[] asked = [.. Enumerable.Repeat("arn:aws:sts::111111111111:assumed-role/one/scanner", 2)];
        Assert.Equal(asked, snapshot.Header.Targets.Select(t => t.Identity));
        Assert.Equal("aws/111111111111/us-east-1 is named by several targets: it is looked at once, as arn:aws:sts::111111111111:assumed-role/one/scanner and not as arn:aws:sts::111111111111:assumed-role/two/scanner", Assert.Single(_notices));
        Assert.Equal(snapshot.Text().Length, Read(snapshot).Text().Length);
    }

    [Fact]
    public async Task Each_reason_why_nobody_could_enter_is_kept_with_its_own_remedy()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("sts:AssumeRole", 403, "AccessDenied");
        LiveTarget As(string role) => aws.Target with { Name = role, Aws = aws.Target.Aws! with { Roles = [new($"arn:aws:iam::111111111111:role/{role}")] } };

        var snapshot = await Scan(As("one"), As("two"));

        Assert.Equal(2, snapshot.Gaps.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("us-east-1")]
    public async Task EKS_cluster_that_may_be_in_several_accounts_is_asked_about(string? region)
    {
        await using var aws = new RecordedAws("eks-good").When(Accounts.Sts);
        var target = aws.Target with { Aws = aws.Target.Aws! with { Roles = [new(Role)], Accounts = ["111111111111", "222222222222"] }, Clusters = [new EksTarget("pwb-eks", region)] };

        var told = await Assert.ThrowsAsync<RegionException>(() => Scan(target));

        Assert.Equal("recorded: in which of aws/111111111111/us-east-1, aws/222222222222/us-east-1 is the EKS cluster pwb-eks? Name targets of their own in scanner.yaml, each with one account and region", told.Message);
    }

    [Fact]
    public async Task EKS_cluster_of_an_account_that_nobody_can_enter_is_a_gap()
    {
        await using var aws = new RecordedAws("eks-good").Refuse("sts:GetCallerIdentity", 403, "AccessDenied");

        var snapshot = await Scan(Searching(aws, RegionSearch.WithSigns) with { Clusters = [new EksTarget("pwb-eks", "eu-west-1")] });

        Assert.NotEmpty(snapshot.Gaps);
        Assert.Contains(snapshot.Header.Targets[0].Scopes, s => s.StartsWith("k8s/", StringComparison.Ordinal));
    }

    private Task<Snapshot> Scan(params LiveTarget[] targets) =>
        new Scan("scanner test", TimeProvider.System) { Notice = _notices.Add }.Run(targets, TestContext.Current.CancellationToken);

    private static LiveTarget Searching(RecordedAws aws, RegionSearch search) => aws.Target with { Aws = aws.Target.Aws! with { Regions = [], Search = search } };

    private static Snapshot Read(Snapshot snapshot)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(snapshot.Text()));
        return SnapshotReader.Read(file, "a.jsonl");
    }

    internal static Func<AwsRequest, AwsAnswer?> Regions(params string[] names) => request => request.Action != "ec2:DescribeRegions" ? null : Accounts.Xml(
        $"<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><regionInfo>{string.Concat(names.Select(n => $"<item><regionName>{n}</regionName></item>"))}</regionInfo></DescribeRegionsResponse>");

    /// <summary>Three regions, of which one has the recorded cluster and the others nothing.</summary>
    private static Func<AwsRequest, AwsAnswer?> SignsOnlyIn(string region) => request => request switch
    {
        { Action: "ec2:DescribeRegions" } => Regions("us-east-1", "eu-west-1", "eu-north-1")(request),
        _ when request.Region == region => null,
        { Action: "ec2:DescribeInstances" } => Accounts.Xml("<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><reservationSet/></DescribeInstancesResponse>"),
        { Action: "cloudformation:DescribeStacks" } => Accounts.Xml("<DescribeStacksResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>"),
        { Action: "eks:ListClusters" } => new(200, "application/json", "{\"clusters\":[]}"u8.ToArray()),
        _ => null,
    };
}
