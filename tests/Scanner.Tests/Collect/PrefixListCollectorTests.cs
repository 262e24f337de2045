using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>The prefix lists that rules and routes name.</summary>
public sealed class PrefixListCollectorTests
{
    private const string Id = "pl-0c1d2e3f4a5b60718", Lists = "ec2:DescribeManagedPrefixLists", Entries = "ec2:GetManagedPrefixListEntries";

    [Fact]
    public async Task List_that_a_rule_names_has_the_entries_of_all_pages()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var list = (await RecordedScan.Run(aws)).Of<PrefixList>(Id);

        Assert.Equal("10.0.0.0/12, 192.0.2.0/24", list.Entries.Value.ToString());
        Assert.True(list.IsAwsManaged.IsFalse);
        Assert.Equal("company-network", list.Name.Value);
    }

    [Fact]
    public async Task List_of_a_gateway_endpoint_is_not_asked_for()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        await RecordedScan.Run(aws);

        Assert.DoesNotContain(aws.Requests, r => r.Action is Lists or Entries && r.Values.Contains("pl-63a5400a"));
    }

    [Fact]
    public async Task List_that_a_route_names_is_asked_for()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeRouteTables", Ec2Page.Of("DescribeRouteTables", "routeTableSet", """
            <item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><routeSet><item><destinationPrefixListId>pl-7</destinationPrefixListId><transitGatewayId>tgw-1</transitGatewayId><state>active</state></item></routeSet></item>
            """));

        await RecordedScan.Run(aws);

        Assert.Single(aws.Requests, r => r.Action == Lists && r.Values.Contains("pl-7"));
    }

    [Fact]
    public async Task Where_none_is_named_none_is_asked_for_and_none_is_missing()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeSecurityGroups", Ec2Page.Of("DescribeSecurityGroups", "securityGroupInfo", ""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.DoesNotContain(Lists, aws.Actions);
        Assert.Null(new ResourceGraph(snapshot).Of<PrefixList>([GoodScan.Scope]).Unlisted);
    }

    [Fact]
    public async Task Empty_list_admits_nobody_and_an_unknown_one_is_no_list()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Entries, Ec2Page.Of("GetManagedPrefixListEntries", "entrySet", ""));
        await using var gone = new RecordedAws("parallelcluster-good").Answer(Lists, Ec2Page.Of("DescribeManagedPrefixLists", "prefixListSet", ""));

        Assert.Empty((await RecordedScan.Run(aws)).Of<PrefixList>(Id).Entries.Value);
        Assert.DoesNotContain((await RecordedScan.Run(gone)).Observations, o => o.Kind == nameof(PrefixList));
    }

    [Fact]
    public async Task Second_page_that_fails_leaves_the_entries_unknown()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer($"{Entries}.entries-2", "<html>later</html>");

        Assert.Equal((Entries, GapCause.Failed), (await RecordedScan.Run(aws)).Of<PrefixList>(Id).Entries.Gap is { } gap ? (gap.Action, gap.Cause) : default);
    }

    [Fact]
    public async Task Refused_entries_are_a_gap_of_just_that_property()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(Entries, Trouble.Denied);

        var list = (await RecordedScan.Run(aws)).Of<PrefixList>(Id);

        Assert.Equal($"allow {Entries}", list.Entries.Gap!.Remedy.ToString());
        Assert.True(list.IsAwsManaged.IsFalse);
    }

    [Fact]
    public async Task Owner_and_block_that_are_missing_are_gaps()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Lists, Ec2Page.Of("DescribeManagedPrefixLists", "prefixListSet", $"<item><prefixListId>{Id}</prefixListId></item>"))
            .Answer(Entries, Ec2Page.Of("GetManagedPrefixListEntries", "entrySet", "<item><cidr>somewhere</cidr></item>"));

        var list = (await RecordedScan.Run(aws)).Of<PrefixList>(Id);

        Assert.Contains("OwnerId", list.IsAwsManaged.Gap.Detail, StringComparison.Ordinal);
        Assert.Contains("Cidr", list.Entries.Gap!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ec2:DescribeSecurityGroups")]
    [InlineData("ec2:DescribeRouteTables")]
    [InlineData(Lists)]
    public async Task Without_one_of_the_calls_lists_may_be_missing(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.Denied);

        var gap = new ResourceGraph(await RecordedScan.Run(aws)).Of<PrefixList>([GoodScan.Scope]).Unlisted;

        Assert.Equal((action, nameof(PrefixList)), (gap!.Action, gap.Kind));
    }
}
