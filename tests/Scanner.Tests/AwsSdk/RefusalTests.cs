using System.Net;
using Amazon.EC2;
using Amazon.EKS;
using Amazon.ElasticFileSystem;
using Amazon.FSx;
using Amazon.RDS;
using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

/// <summary>The five forms of an error, and what proxies say instead.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LoopbackAnswer Ec2Error(string code, HttpStatusCode status) => LoopbackAnswer.Xml(
        $"""
        <Response><Errors><Error><Code>{code}</Code><Message>You may not</Message></Error></Errors><RequestID>r-1</RequestID></Response>
        """,
        status);

    private static LoopbackAnswer QueryError(string code, HttpStatusCode status) => LoopbackAnswer.Xml(
        $"""
        <ErrorResponse>
          <Error><Type>Sender</Type><Code>{code}</Code><Message>You may not</Message></Error><RequestId>r-1</RequestId>
        </ErrorResponse>
        """,
        status);

    [Fact]
    public async Task Ec2_form()
    {
        await using var server = new LoopbackServer(Ec2Error("UnauthorizedOperation", HttpStatusCode.Forbidden));
        using var ec2 = server.Ec2();

        var e = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new(), Token));

        Assert.Equal(("UnauthorizedOperation", "You may not", "r-1"), (e.ErrorCode, e.Message, e.RequestId));
        Assert.Equal((HttpStatusCode.Forbidden, ErrorType.Sender), (e.StatusCode, e.ErrorType));
    }

    [Fact]
    public async Task Query_form()
    {
        await using var server = new LoopbackServer(QueryError("AccessDenied", HttpStatusCode.Forbidden));
        using var rds = server.Rds();

        var e = await Assert.ThrowsAsync<AmazonRDSException>(() => rds.DescribeDBInstancesAsync(new(), Token));

        Assert.Equal(("AccessDenied", "You may not", "r-1", ErrorType.Sender), (e.ErrorCode, e.Message, e.RequestId, e.ErrorType));
    }

    [Fact]
    public async Task Json_form()
    {
        await using var server = new LoopbackServer(
            LoopbackAnswer.Json("""{"__type":"com.amazonaws.x#AccessDeniedException","Message":"No"}""", HttpStatusCode.BadRequest));
        using var fsx = server.Fsx();

        var e = await Assert.ThrowsAsync<AmazonFSxException>(() => fsx.DescribeFileSystemsAsync(new(), Token));

        Assert.Equal(("AccessDeniedException", "No", HttpStatusCode.BadRequest), (e.ErrorCode, e.Message, e.StatusCode));
    }

    [Fact]
    public async Task Efs_form()
    {
        await using var server = new LoopbackServer(
            LoopbackAnswer.Json("""{"ErrorCode":"FileSystemNotFound","Message":"No such file system"}""", HttpStatusCode.NotFound));
        using var efs = server.Efs();

        var e = await Assert.ThrowsAsync<AmazonElasticFileSystemException>(() => efs.DescribeFileSystemsAsync(new(), Token));

        Assert.Equal(("FileSystemNotFound", "No such file system", HttpStatusCode.NotFound), (e.ErrorCode, e.Message, e.StatusCode));
    }

    [Fact]
    public async Task Eks_form()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""{"message":"No such cluster"}""", HttpStatusCode.NotFound) with
        {
            Headers = new Dictionary<string, string>
            {
                ["x-amzn-ErrorType"] = "ResourceNotFoundException:http://internal/",
                ["x-amzn-RequestId"] = "r-9",
            },
        });
        using var eks = server.Eks();

        var e = await Assert.ThrowsAsync<AmazonEKSException>(() => eks.DescribeClusterAsync(new() { Name = "x" }, Token));

        Assert.Equal(("ResourceNotFoundException", "No such cluster", "r-9"), (e.ErrorCode, e.Message, e.RequestId));
    }

    [Fact]
    public async Task Html_of_a_gateway_keeps_its_status_in_every_protocol()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Html(HttpStatusCode.BadGateway));
        using var ec2 = server.Ec2();
        using var fsx = server.Fsx();
        using var eks = server.Eks();

        await Html(() => ec2.DescribeVpcsAsync(new(), Token), "DescribeVpcs");
        await Html(() => fsx.DescribeFileSystemsAsync(new(), Token), "DescribeFileSystems");
        await Html(() => eks.ListClustersAsync(new(), Token), "ListClusters");

        static async Task Html(Func<Task> ask, string operation)
        {
            var e = await Assert.ThrowsAnyAsync<AmazonServiceException>(ask);
            Assert.Equal((HttpStatusCode.BadGateway, ErrorType.Receiver), (e.StatusCode, e.ErrorType));
            Assert.Null(e.ErrorCode);
            var expected = $"{operation}: HTTP 502 BadGateway without an AWS error in it: <!DOCTYPE html>";
            Assert.StartsWith(expected, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_xml_error_answers_a_json_protocol_too()
    {
        await using var server = new LoopbackServer(QueryError("ExpiredToken", HttpStatusCode.Forbidden));
        using var fsx = server.Fsx();

        var e = await Assert.ThrowsAsync<AmazonFSxException>(() => fsx.DescribeFileSystemsAsync(new(), Token));

        Assert.Equal("ExpiredToken", e.ErrorCode);
    }

    [Fact]
    public async Task A_redirect_is_an_error_and_is_not_followed()
    {
        await using var elsewhere = new LoopbackServer(LoopbackAnswer.Json("""{"clusters":["stolen"]}"""));
        await using var server = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.TemporaryRedirect, "text/plain", "") with
        {
            Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Url + "/clusters" },
        });
        using var eks = server.Eks();

        var e = await Assert.ThrowsAsync<AmazonEKSException>(() => eks.ListClustersAsync(new(), Token));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, e.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Throttling_is_retried_and_then_keeps_its_code_in_every_protocol()
    {
        await using var ec2Server = new LoopbackServer(Ec2Error("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable));
        await using var rdsServer = new LoopbackServer(QueryError("Throttling", HttpStatusCode.BadRequest));
        await using var fsxServer = new LoopbackServer(
            LoopbackAnswer.Json("""{"__type":"ThrottlingException"}""", HttpStatusCode.BadRequest));
        await using var efsServer = new LoopbackServer(
            LoopbackAnswer.Json("""{"ErrorCode":"ThrottlingException","Message":"Slow down"}""", HttpStatusCode.TooManyRequests));
        using var ec2 = ec2Server.Ec2(retries: 1);
        using var rds = rdsServer.Rds(retries: 1);
        using var fsx = fsxServer.Fsx(retries: 1);
        using var efs = efsServer.Efs(retries: 1);

        await Throttled(ec2Server, () => ec2.DescribeVpcsAsync(new(), Token), "RequestLimitExceeded");
        await Throttled(rdsServer, () => rds.DescribeDBClustersAsync(new(), Token), "Throttling");
        await Throttled(fsxServer, () => fsx.DescribeVolumesAsync(new(), Token), "ThrottlingException");
        await Throttled(efsServer, () => efs.DescribeAccessPointsAsync(new(), Token), "ThrottlingException");

        static async Task Throttled(LoopbackServer server, Func<Task> ask, string code)
        {
            Assert.Equal(code, (await Assert.ThrowsAnyAsync<AmazonServiceException>(ask)).ErrorCode);
            Assert.Equal(2, server.Requests.Count);
        }
    }

    [Fact]
    public void Retries_are_standard_unless_the_user_asks_otherwise() =>
        Assert.Equal(RequestRetryMode.Standard, new AmazonEC2Config().RetryMode);
}
