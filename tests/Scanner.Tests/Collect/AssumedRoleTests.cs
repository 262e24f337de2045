using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class AssumedRoleTests
{
    private const string Hub = "arn:aws:iam::111111111111:role/hub";
    private const string Reader = "arn:aws:iam::222222222222:role/path/reader";

    [Fact]
    public async Task Roles_are_assumed_one_after_the_other_and_the_last_one_asks()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Accounts.Sts);

        var snapshot = await RecordedScan.Run(Through(aws, new(Hub), new(Reader) { ExternalId = "ext-1", SessionName = "audit" }));

        var (sts, rest) = (aws.Requests.Where(r => r.Action == "sts:AssumeRole").ToList(), aws.Requests.Where(r => r.Action != "sts:AssumeRole").ToList());
        Assert.Equal([(Hub, "AKIDEXAMPLE", "scanner", null), (Reader, "ASIA111111111111-hub", "audit", "ext-1")],
            sts.Select(r => (r.Form["RoleArn"], r.AccessKey, r.Form["RoleSessionName"], r.Form.GetValueOrDefault("ExternalId"))));
        Assert.NotEmpty(rest);
        Assert.All(rest, r => Assert.Equal("ASIA222222222222-reader", r.AccessKey));
        Assert.All(sts, r => Assert.Equal("us-east-1", r.Region));
        Assert.Equal(["aws/222222222222/us-east-1"], snapshot.Header.Targets[0].Scopes);
        Assert.Equal(aws.Requests.Count, snapshot.Header.Calls);
    }

    [Fact]
    public async Task Role_that_cannot_be_assumed_is_one_gap_with_its_arn_and_what_would_open_it()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Refusing(Reader, "AccessDenied"));

        var snapshot = await RecordedScan.Run(Through(aws, new(Hub), new(Reader)));

        var gap = Assert.Single(snapshot.Gaps);
        Assert.Equal(("sts:AssumeRole", GapCause.Denied, "aws/unknown/us-east-1"), (gap.Action, gap.Cause, gap.Scope));
        Assert.StartsWith(Reader, gap.Detail, StringComparison.Ordinal);
        Assert.Equal($"allow sts:AssumeRole on {Reader}, here and in the role's trust policy", gap.Remedy.ToString());
        Assert.DoesNotContain(aws.Requests, r => r.Service != "sts");
    }

    [Fact]
    public async Task First_role_of_a_chain_that_is_refused_is_the_one_that_is_named()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Refusing(Hub, "AccessDenied"));

        Assert.StartsWith(Hub, Assert.Single((await RecordedScan.Run(Through(aws, new(Hub), new(Reader)))).Gaps).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_is_no_longer_valid_needs_no_permission()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Refusing(Hub, "ExpiredToken"));

        Assert.Equal(RemedyKind.Retry, Assert.Single((await RecordedScan.Run(Through(aws, new AwsRole(Hub)))).Gaps).Remedy.Kind);
    }

    [Fact]
    public async Task Other_targets_go_on_where_a_role_is_refused()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Refusing(Reader, "AccessDenied"));
        var refused = Through(aws, new AwsRole(Reader)) with { Name = "refused" };

        var snapshot = await new Scan("scanner test", TimeProvider.System).Run([refused, aws.Target], TestContext.Current.CancellationToken);

        Assert.Equal(["aws/unknown/us-east-1", "aws/123456789012/us-east-1"], snapshot.Header.Targets.SelectMany(t => t.Scopes));
        Assert.Contains(snapshot.Observations, o => o is { Kind: nameof(Vpc), Evidence.Scope: "aws/123456789012/us-east-1" });
    }

    [Fact]
    public async Task Each_account_that_cannot_be_entered_has_a_gap_of_its_own()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(r => r.Action == "sts:AssumeRole" ? AwsAnswer.Error(r, 403, "AccessDenied", "no") : null);
        var target = Through(aws, new AwsRole("arn:aws:iam::{account}:role/reader"));

        var snapshot = await RecordedScan.Run(target with { Aws = target.Aws! with { Accounts = ["111111111111", "222222222222"] } });

        Assert.Equal(["arn:aws:iam::111111111111:role/reader", "arn:aws:iam::222222222222:role/reader"], snapshot.Gaps.Select(g => g.Detail.Split(": ")[0]));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/scanner", true)]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/a/b@c", true)]
    [InlineData("arn:aws:iam::{account}:role/scanner", true)]
    [InlineData("arn:aws:iam::12345:role/scanner", false)]
    [InlineData("arn:aws:iam::123456789012:user/scanner", false)]
    [InlineData("scanner", false)]
    public void Arn_of_a_role(string text, bool isOne) => Assert.Equal(isOne, AwsRole.ArnProblem(text) is null);

    private static LiveTarget Through(RecordedAws aws, params AwsRole[] roles) => aws.Target with { Aws = aws.Target.Aws! with { Roles = roles } };

    private static Func<AwsRequest, AwsAnswer?> Refusing(string arn, string code) => request =>
        request.Action == "sts:AssumeRole" && request.Form["RoleArn"] == arn ? AwsAnswer.Error(request, 403, code, "not authorized to perform: sts:AssumeRole") : Accounts.Sts(request);
}
