using System.Text;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Queries;
using Scanner.Report.Tables;

namespace Scanner.Tests.Report.Tables;

/// <summary>Answers as tables: what was not seen is never empty or false, and no name does anything.</summary>
public sealed class TableTests
{
    private static readonly Gap s_denied = new("aws/1/eu", "Subnet", "ec2:DescribeSubnets", GapCause.Denied, "not authorized", new(RemedyKind.Permission, "ec2:DescribeSubnets"));

    private static readonly Gap s_hidden = s_denied with { Cause = GapCause.NotAsked, Remedy = new(RemedyKind.Flag, "look at the zone") };

    private static readonly Subnet s_unread = new() { Id = "subnet-2", Name = new Fact<string?>(s_denied), MapsPublicIp = Truth.Unknown(s_hidden), AvailabilityZoneId = new Fact<string?>(s_hidden) };

    private static readonly Subnet s_read = new() { Id = "subnet-1", Name = "a", MapsPublicIp = false, Cidr = Cidr.Parse("10.0.0.0/24"), AvailabilityZoneId = (string?)null };

    private static Table Lay<T>(T value, params string[] columns) => TableFormat.Lay(value, null, typeof(T), columns);

    private static string Written(Table table, string format)
    {
        using var stream = new MemoryStream();
        TableFormat.All.Single(f => f.Name == format).Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void What_was_not_read_names_what_it_needs()
    {
        var table = Lay(ResourceSet<Subnet>.Of(s_unread, s_read).Select(s => (s.Id, s.Name, s.MapsPublicIp, s.AvailabilityZoneId)), "Id", "Name", "Public", "Zone");
        Assert.False(table.IsComplete);
        Assert.Equal("""
            Id        Name                           Public                Zone
            subnet-1  a                              false                 none
            subnet-2  ? (needs ec2:DescribeSubnets)  ? (look at the zone)  ? (look at the zone)

            """, Written(table, "table"));
    }

    [Fact]
    public void Row_that_needs_an_unread_value_is_unknown_as_a_whole()
    {
        var table = Lay(ResourceSet<Subnet>.Of(s_unread).Select(s => (s.Id, Length: s.Name.Value!.Length)), "Id", "Length");
        Assert.All(table.Rows[0].Cells, c => Assert.Equal(s_denied, Assert.IsType<Cell.Unknown>(c).Gap));
    }

    [Fact]
    public void Row_that_may_not_belong_is_in_doubt()
    {
        var table = Lay(ResourceSet<Subnet>.Of(s_unread, s_read).Where(s => s.Name == "b").Select(s => s.Id));
        Assert.Equal("Value     In doubt\nsubnet-2  ? (needs ec2:DescribeSubnets)\n", Written(table, "table"));
        Assert.False(table.IsComplete);
    }

    [Theory]
    [InlineData("table", "Id  Name  Scope\n? there may be more: ec2:DescribeSubnets: denied, not authorized · allow ec2:DescribeSubnets\n")]
    [InlineData("csv", "Id,Name,Scope\r\n\"? there may be more: ec2:DescribeSubnets: denied, not authorized · allow ec2:DescribeSubnets\",,\r\n")]
    public void Set_that_could_not_be_listed_says_so(string format, string text) => Assert.Equal(text, Written(Lay(new ResourceSet<Subnet>([], s_denied)), format));

    [Fact]
    public void Empty_set_says_that_it_is() => Assert.Equal("Id  Name  Scope\nno rows, and all of them were listed\n", Written(Lay(new ResourceSet<Subnet>([], null)), "table"));

    [Fact]
    public void Count_that_is_not_exact_is_an_interval()
    {
        var table = Lay(new ResourceSet<Subnet>([new(s_read, null)], s_denied).Count());
        Assert.Equal("Value\nat least 1 ? (needs ec2:DescribeSubnets)\n", Written(table, "table"));
        Assert.False(table.IsComplete);
    }

    [Fact]
    public void Json_keeps_values_and_tells_gaps_from_null()
    {
        var json = JsonDocument.Parse(Written(Lay(ResourceSet<Subnet>.Of(s_unread, s_read).Select(s => (s.Id, s.Name, s.MapsPublicIp, s.AvailabilityZoneId)), "id", "name", "public", "zone"), "json")).RootElement;
        Assert.False(json.GetProperty("complete").GetBoolean());
        var (first, second) = (json.GetProperty("rows")[0], json.GetProperty("rows")[1]);
        Assert.Equal((JsonValueKind.False, JsonValueKind.Null), (first.GetProperty("public").ValueKind, first.GetProperty("zone").ValueKind));
        Assert.Equal("allow ec2:DescribeSubnets", second.GetProperty("name").GetProperty("?").GetProperty("remedy").GetString());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1+1|cmd", "\"'-1+1|cmd\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("\r\n=1", "\"'  =1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "a b")]
    [InlineData("plain", "plain")]
    public void Csv_starts_no_formula_and_no_line(string name, string cell) => Assert.Equal($"Value\r\n{cell}\r\n", Written(Lay(name), "csv"));

    [Fact]
    public void Numbers_stay_numbers() => Assert.Equal("Value\r\n-1\r\n", Written(Lay(-1), "csv"));

    [Theory]
    [InlineData("a\u001b[2Jb")]
    [InlineData("a\u202eb")]
    [InlineData("a\u0007b")]
    public void Terminals_get_no_control_characters(string name) => Assert.DoesNotContain(Written(Lay(name), "table"), c => char.IsControl(c) && c != '\n' || c == '\u202e');

    [Fact]
    public void Records_have_a_column_for_each_part()
    {
        Items<SecurityGroupRule> rules = [new("tcp", 22, 22, PeerKind.Cidr, "0.0.0.0/0", null)];
        Assert.Equal("Protocol  FromPort  ToPort  PeerKind  Peer       PeerAccount\ntcp       22        22      cidr      0.0.0.0/0  none\n", Written(Lay(rules), "table"));
    }

    [Fact]
    public void Resource_alone_shows_its_properties()
    {
        var text = Written(Lay(s_read), "table");
        Assert.Contains("\nMapsPublicIp        false\n", text, StringComparison.Ordinal);
        Assert.Contains("\nVpc                 ? (", text, StringComparison.Ordinal);
    }
}
