using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>Route 53's hosted zones and their records.</summary>
public sealed class DnsRecordTests
{
    private const string Zones = "route53:ListHostedZones";
    private const string Records = "route53:ListResourceRecordSets";
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    [Fact]
    public async Task Only_aliases_and_cnames_are_kept()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var snapshot = await RecordedScan.Run(aws);
        var alias = snapshot.Of<DnsRecord>($"route53://{Zone}/pwb.example.com/A");

        Assert.Equal(2, snapshot.Observations.Count(o => o.Kind == nameof(DnsRecord)));
        Assert.Equal(("pwb.example.com", "A"), (alias.Name.Value, alias.Type.Value));
        Assert.Equal([snapshot.Of<LoadBalancer>(GoodScan.Alb).DnsName.Value], alias.Targets.Value);
        Assert.True(alias.IsPrivate.IsFalse);
        Assert.DoesNotContain("never-to-be-kept", snapshot.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_zones_and_of_records_are_read()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Zones, ZoneList(ZoneOf("Z1", 1), "<NextMarker>page-2</NextMarker>")).Answer($"{Zones}.page-2", ZoneList(ZoneOf("Z2", 1)))
            .Answer(Records, RecordList(""))
            .Answer($"{Records}.Z1", RecordList(Cname("a.example.com."), "<NextRecordName>b.example.com.</NextRecordName><NextRecordType>CNAME</NextRecordType><NextRecordIdentifier>set 1</NextRecordIdentifier>"))
            .Answer($"{Records}.b.example.com.", RecordList(Cname(@"\052.example.com.", "<SetIdentifier>set 1</SetIdentifier>")));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal(["route53://Z1/*.example.com/CNAME/set 1", "route53://Z1/a.example.com/CNAME"],
            snapshot.Observations.Where(o => o.Kind == nameof(DnsRecord)).Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.Contains(aws.Requests, r => r.Action == Records && r.Values.IsSupersetOf(["b.example.com.", "CNAME", "set 1"]));
        Assert.Contains(aws.Requests, r => r.Action == Records && r.Values.Contains("Z2"));
    }

    [Fact]
    public async Task Zones_beyond_the_bound_are_left_out_and_said_to_be()
    {
        var zones = Enumerable.Range(0, 22).Select(n => ZoneOf($"Z{n:00}", 2)).Append(ZoneOf("ZLARGE", 9000));
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Zones, ZoneList(string.Concat(zones))).Answer(Records, RecordList(""));

        var gap = Coverage(await RecordedScan.Run(aws), Records)!;

        Assert.Equal(20, aws.Requests.Count(r => r.Action == Records));
        Assert.Equal(GapCause.NotAsked, gap.Cause);
        Assert.StartsWith("3 hosted zones were not read", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_without_zones_has_no_records()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Zones, ZoneList(""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Null(Coverage(snapshot, Zones) ?? Coverage(snapshot, Records));
        Assert.DoesNotContain(aws.Requests, r => r.Action == Records);
    }

    [Fact]
    public async Task One_field_that_is_missing_is_a_gap_of_its_property_alone()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Zones, ZoneList("<HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name></HostedZone>"))
            .Answer(Records, RecordList(Cname("a.example.com.") + "<ResourceRecordSet><Name>b.example.com.</Name><Type>A</Type><AliasTarget/></ResourceRecordSet>"));

        var snapshot = await RecordedScan.Run(aws);
        var (whole, lacking) = (snapshot.Of<DnsRecord>("route53://Z1/a.example.com/CNAME"), snapshot.Of<DnsRecord>("route53://Z1/b.example.com/A"));

        Assert.Contains("Config.PrivateZone", whole.IsPrivate.Gap.Detail, StringComparison.Ordinal);
        Assert.Equal(["target.example.net"], whole.Targets.Value);
        Assert.Contains("DNSName", lacking.Targets.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_at_first_and_answered_then()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse(Records, 400, "Throttling", times: 2);

        Assert.Empty((await RecordedScan.Run(aws)).Gaps);
    }

    private static Gap? Coverage(Snapshot snapshot, string action) => Assert.Single(snapshot.Coverage, c => c.Action == action).Gap;

    private static string ZoneOf(string id, int records) =>
        $"<HostedZone><Id>/hostedzone/{id}</Id><Name>{id}.example.com.</Name><Config><PrivateZone>false</PrivateZone></Config><ResourceRecordSetCount>{records}</ResourceRecordSetCount></HostedZone>";

    private static string ZoneList(string zones, string rest = "") => $"<ListHostedZonesResponse><HostedZones>{zones}</HostedZones>{rest}</ListHostedZonesResponse>";

    private static string Cname(string name, string set = "") =>
        $"<ResourceRecordSet><Name>{name}</Name><Type>CNAME</Type>{set}<ResourceRecords><ResourceRecord><Value>target.example.net.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>";

    private static string RecordList(string records, string rest = "") =>
        $"<ListResourceRecordSetsResponse><ResourceRecordSets>{records}</ResourceRecordSets>{rest}</ListResourceRecordSetsResponse>";
}
