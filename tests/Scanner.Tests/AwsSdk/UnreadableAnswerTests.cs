using System.Net;
using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

/// <summary>A 200 whose body is not the answer: an exception of the Amazon family, never an empty list.</summary>
public sealed class UnreadableAnswerTests
{
    private const string Vpcs = "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet></DescribeVpcsResponse>";
    private const string Clusters = "<DescribeDBClustersResponse><DescribeDBClustersResult/></DescribeDBClustersResponse>";
    private const string FileSystems = """{"FileSystems":[{"FileSystemId":"fs-1"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Func<LoopbackServer, Task>[] Asks = [AskEc2, AskRds, AskFsx, AskEfs];

    public static TheoryData<string> ForeignBodies =>
    [
        "", " ", "<html><body>Please log in</body></html>", "OK", "<DescribeVpcsResponse", "{", "[]", "\"text\"",
        """{"message":"log in"}""",
        "<!DOCTYPE x [<!ENTITY e 'boom'>]><DescribeVpcsResponse><vpcSet>&e;</vpcSet></DescribeVpcsResponse>",
    ];

    [Theory]
    [MemberData(nameof(ForeignBodies))]
    public async Task A_foreign_body_is_an_error_in_every_protocol(string body)
    {
        foreach (var ask in Asks)
        {
            await using var server = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.OK, "text/html", body));

            var e = await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => ask(server));

            Assert.Equal(HttpStatusCode.OK, e.StatusCode);
            Assert.Contains("the answer cannot be read", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cut_body_is_an_error_in_every_protocol()
    {
        string[] bodies = [Vpcs, Clusters, FileSystems, FileSystems];
        foreach (var (ask, body) in Asks.Zip(bodies))
        {
            await using var whole = new LoopbackServer(LoopbackAnswer.Xml(body));
            await ask(whole);
            for (var cut = 1; cut <= body.Length; cut += 7)
            {
                await using var server = new LoopbackServer(LoopbackAnswer.Xml(body) with { Cut = cut });
                var e = await Assert.ThrowsAnyAsync<Exception>(() => ask(server));
                Assert.True(e is AmazonServiceException or AmazonClientException, e.ToString());
            }
        }
    }

    [Fact]
    public async Task A_body_that_was_cut_once_is_asked_for_again()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json(FileSystems) with { Cut = 5 }, LoopbackAnswer.Json(FileSystems));
        using var efs = server.Efs(retries: 1);

        Assert.Equal("fs-1", (await efs.DescribeFileSystemsAsync(new(), Token)).FileSystems.Single().FileSystemId);
    }

    [Fact]
    public async Task A_query_answer_without_its_result_is_an_error()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("<DescribeDBClustersResponse/>"));

        var e = await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => AskRds(server));

        Assert.Equal("RDS DescribeDBClusters: the answer cannot be read: <DescribeDBClustersResult> is missing", e.Message);
    }

    [Fact]
    public async Task A_malformed_scalar_names_operation_and_member()
    {
        await using var ec2Server = new LoopbackServer(LoopbackAnswer.Xml(
            "<DescribeVolumesResponse><volumeSet><item><size>abc</size></item></volumeSet></DescribeVolumesResponse>"));
        await using var fsxServer = new LoopbackServer(LoopbackAnswer.Json("""{"FileSystems":[{},{"StorageCapacity":"1e3"}]}"""));
        using var ec2 = ec2Server.Ec2();
        using var fsx = fsxServer.Fsx();

        var xml = await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => ec2.DescribeVolumesAsync(new(), Token));
        var json = await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => fsx.DescribeFileSystemsAsync(new(), Token));

        Assert.Equal(
            "EC2 DescribeVolumes: the answer cannot be read: DescribeVolumesResponse/volumeSet/item/size: 'abc' is not a 32-bit integer",
            xml.Message);
        Assert.Equal(
            "FSx DescribeFileSystems: the answer cannot be read: "
            + "DescribeFileSystems/FileSystems/[1]/StorageCapacity: '1e3' is not a 32-bit integer",
            json.Message);
    }

    [Theory]
    [InlineData("""{"FileSystems":{}}""", "a structure is not a list")]
    [InlineData("""{"FileSystems":[null]}""", "null is not a value")]
    [InlineData("""{"FileSystems":[[]]}""", "a list is not a structure")]
    [InlineData("""{"FileSystems":[{"Encrypted":"maybe"}]}""", "'maybe' is not true or false")]
    [InlineData("""{"FileSystems":[{"FileSystemId":{"a":1}}]}""", "a structure is not a single value")]
    [InlineData("""{"FileSystems":[{"CreationTime":"yesterday"}]}""", "'yesterday' is not a time")]
    public async Task A_value_of_another_form_is_an_error(string body, string expected)
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json(body));

        var e = await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => AskEfs(server));

        Assert.EndsWith(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_is_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        await using var xml = new LoopbackServer(LoopbackAnswer.Xml($"<DescribeVpcsResponse>{deep}"));
        await using var json = new LoopbackServer(LoopbackAnswer.Json($"{{\"FileSystems\":{new string('[', 100_000)}"));

        await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => AskEc2(xml));
        await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => AskEfs(json));
    }

    private static async Task AskEc2(LoopbackServer server)
    {
        using var ec2 = server.Ec2();
        await ec2.DescribeVpcsAsync(new(), Token);
    }

    private static async Task AskRds(LoopbackServer server)
    {
        using var rds = server.Rds();
        await rds.DescribeDBClustersAsync(new(), Token);
    }

    private static async Task AskFsx(LoopbackServer server)
    {
        using var fsx = server.Fsx();
        await fsx.DescribeFileSystemsAsync(new(), Token);
    }

    private static async Task AskEfs(LoopbackServer server)
    {
        using var efs = server.Efs();
        await efs.DescribeFileSystemsAsync(new(), Token);
    }
}
