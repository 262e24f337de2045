using System.IO.Compression;
using System.Text;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Model.Snapshots;

public sealed class SnapshotTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_listed = new(Plane.Live, "aws/1/r", "elasticloadbalancing:DescribeTargetGroups", s_at);
    private static readonly Evidence s_attributes = new(Plane.Live, "aws/1/r", "elasticloadbalancing:DescribeTargetGroupAttributes", s_at);
    private static readonly Gap s_denied = new("aws/1/r", "TargetGroup", "elasticloadbalancing:DescribeTargetHealth", GapCause.Denied, "not authorized", new(RemedyKind.Permission, "elasticloadbalancing:DescribeTargetHealth"));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var group = new ResourceGraph(Read(Bytes(Sample()))).Find<TargetGroup>("tg-1")!;
        Assert.Equal("HTTP", group.Protocol.Value);
        Assert.Equal(8787, group.Port.Value);
        Assert.True(group.IsStickinessEnabled.IsTrue);
        Assert.Equal(s_denied, group.Targets.Gap);
        Assert.Equal("pwb", group.Tags.Value["parallelcluster:cluster-name"]);
        Assert.Equal(GapCause.NotAsked, group.StickinessType.Gap!.Cause);
        Assert.Null(group.Vpc.Value);
    }

    [Fact]
    public void The_same_observations_give_the_same_bytes() => Assert.Equal(Bytes(Sample()), Bytes(Read(Bytes(Sample()))));

    [Fact]
    public void An_absent_member_of_a_value_is_written_as_null_and_read_again()
    {
        var builder = new SnapshotBuilder();
        Items<NetworkAclEntry> entries = [new(100, true, "-1", null, null, Cidr.Parse("0.0.0.0/0")!.Value, true)];
        builder.Observe(s_listed, new NetworkAcl { Id = "acl-1", Entries = entries });
        Assert.Equal(entries, new ResourceGraph(Read(Bytes(builder.Build(Header())))).Find<NetworkAcl>("acl-1")!.Entries.Value);
    }

    [Fact]
    public void A_gzipped_snapshot_is_read()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Bytes(Sample()));
        Assert.Equal(2, Read(buffer.ToArray()).Observations.Count);
    }

    [Fact]
    public void An_earlier_minor_version_that_has_no_ledgers_is_read()
    {
        var lines = Text(Sample()).Replace("snapshot/1.1", "snapshot/1.0", StringComparison.Ordinal).Replace("\"scopes\":[],", "", StringComparison.Ordinal).Replace(",\"regionsLeftOut\":[]", "", StringComparison.Ordinal);
        Assert.DoesNotContain("regionsLeftOut", lines, StringComparison.Ordinal);
        Assert.Empty(Read(Resealed(lines)).Header.Scopes);
    }

    [Fact]
    public void A_later_minor_version_is_read_and_what_it_adds_is_kept_aside()
    {
        var text = Text(Sample()).Replace("snapshot/1.1", "snapshot/1.7", StringComparison.Ordinal)
            .Replace("\"protocol\":\"HTTP\"", "\"protocol\":\"HTTP\",\"somethingNew\":{\"a\":1}", StringComparison.Ordinal);
        Assert.Equal(2, Read(Resealed(text)).Observations.Count);
    }

    public static TheoryData<string, string, string> Broken()
    {
        var whole = Text(Sample());
        var lines = whole.TrimEnd('\n').Split('\n');
        return new()
        {
            { "empty", "", "x.jsonl:1: the file is empty" },
            { "no snapshot", "{\"a\":1}\n", "x.jsonl:1: not a snapshot" },
            { "text", "hello\n", "x.jsonl:1: " },
            { "array", "[1]\n", "x.jsonl:1: not a snapshot; write one with scanner snapshot -o FILE" },
            { "no JSON", "HeadNode:\n", "x.jsonl:1: not a snapshot; write one with scanner snapshot -o FILE" },
            { "cut after a line", string.Join('\n', lines[..3]) + "\n", "x.jsonl:4: cut off: the trailer is missing" },
            { "cut within a line", whole[..(whole.Length / 2)], "x.jsonl:" },
            { "no trailer", string.Join('\n', lines[..^1]) + "\n", ": cut off: the trailer is missing" },
            { "changed", whole.Replace("HTTP", "HTTPS", StringComparison.Ordinal), "the checksum differs" },
            { "a line lost", string.Join('\n', lines.Where((_, i) => i != 2)) + "\n", "the trailer counts" },
            { "more after the end", whole + "{}\n", "something stands after the trailer" },
            { "another major", whole.Replace("snapshot/1.1", "snapshot/2.0", StringComparison.Ordinal), "x.jsonl:1: scanner.snapshot/2.0 is another major version" },
            { "the same twice", Seal([lines[0], lines[1], lines[1], .. lines[3..^1]]), "x.jsonl:3: TargetGroup tg-1 is observed by" },
            { "wrong type", Seal([.. lines[..^1].Select(l => l.Replace(":8787", ":\"many\"", StringComparison.Ordinal))]), "x.jsonl:" },
            { "null where none may be", Seal([.. lines[..^1].Select(l => l.Replace("\"HTTP\"", "null", StringComparison.Ordinal))]), "property protocol of TargetGroup tg-1: the value is null" },
            { "gap that is not there", Seal([.. lines[..^1].Select(l => l.Replace("{\"?\":1}", "{\"?\":9}", StringComparison.Ordinal))]), "gap 9 is referred to and does not exist" },
            { "deep", Seal([lines[0], string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500)]), "x.jsonl:2: " },
            { "a member twice", Seal([.. lines[..^1].Select(l => l.Replace("\"protocol\":\"HTTP\"", "\"protocol\":\"HTTP\",\"protocol\":\"TCP\"", StringComparison.Ordinal))]), "x.jsonl:" },
            { "unknown line", Seal([lines[0], "{\"what\":1}"]), "x.jsonl:2: neither an observation" },
            { "empty id", Seal([lines[0], lines[1].Replace("\"id\":\"tg-1\"", "\"id\":\"\"", StringComparison.Ordinal)]), "x.jsonl:2: the id is empty" },
            { "control characters", "{\"schema\":\"scanner.snapshot/9\\u001b[31m\"}\n", "x.jsonl:1: scanner.snapshot/9\uFFFD[31m is another major version" },
        };
    }

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_snapshot_ends_with_file_line_and_what_is_wrong(string name, string content, string expected)
    {
        var e = Assert.Throws<SnapshotFormatException>(() => new ResourceGraph(Read(Encoding.UTF8.GetBytes(content))));
        Assert.True(e.Message.Contains(expected, StringComparison.Ordinal), $"{name}: {e.Message}");
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Binary_is_no_snapshot() => Assert.StartsWith("x.jsonl:1: ", Assert.Throws<SnapshotFormatException>(() => Read([0, 1, 2, 255, 254, 0, 10])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_damaged_gzip_is_no_snapshot() => Assert.StartsWith("x.jsonl:1: ", Assert.Throws<SnapshotFormatException>(() => Read([0x1f, 0x8b, 8, 0, 1, 2, 3])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_before_it_is_read_whole()
    {
        using var endless = new MemoryStream(new byte[100 * 1024 * 1024]);
        Assert.Equal("x.jsonl:1: the line is longer than 16 MB", Assert.Throws<SnapshotFormatException>(() => SnapshotReader.Read(endless, "x.jsonl")).Message);
    }

    [Fact]
    public void A_dangling_reference_is_a_gap()
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_listed, new Subnet { Id = "subnet-1", Vpc = new Ref<Vpc>("vpc-9") });
        builder.Cover<Vpc>("aws/1/r", "ec2:DescribeVpcs", null);
        var graph = new ResourceGraph(Read(Bytes(builder.Build(Header()))));
        var vpc = graph.Resolve(graph.Find<Subnet>("subnet-1")!.Vpc.Value, ["aws/1/r"]);
        Assert.Equal(GapCause.Hidden, vpc.Gap!.Cause);
        Assert.Contains("vpc-9", vpc.Gap.Detail, StringComparison.Ordinal);
    }

    private static Snapshot Sample()
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_attributes, new TargetGroup { Id = "tg-1", IsStickinessEnabled = true, Targets = new Fact<Items<Target>>(s_denied) });
        builder.Observe(s_listed, new TargetGroup
        {
            Id = "tg-1", Key = "pwb/tg", Name = "workbench", Protocol = "HTTP", Port = 8787, Vpc = (Ref<Vpc>?)null,
            Tags = new StringMap([new("parallelcluster:cluster-name", "pwb")]),
        });
        builder.Cover<TargetGroup>("aws/1/r", s_listed.Action, null);
        return builder.Build(Header());
    }

    private static Header Header() => new(Scanner.Model.Snapshots.Header.CurrentSchema, "scanner 0", s_at, s_at, [new("t", ["aws/1/r"], "arn:aws:iam::1:role/r")]);

    private static byte[] Bytes(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotWriter.Write(snapshot, stream);
        return stream.ToArray();
    }

    private static string Text(Snapshot snapshot) => Encoding.UTF8.GetString(Bytes(snapshot));

    private static Snapshot Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SnapshotReader.Read(stream, "x.jsonl");
    }

    private static byte[] Resealed(string text) => Encoding.UTF8.GetBytes(Seal(text.TrimEnd('\n').Split('\n')[..^1]));

    private static string Seal(string[] lines)
    {
        var body = string.Join('\n', lines) + "\n";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return body + $"{{\"end\":{{\"lines\":{lines.Length},\"sha256\":\"{hash}\"}}}}\n";
    }
}
