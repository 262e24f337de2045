using System.Net;
using System.Net.Sockets;
using Amazon.EC2;
using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

/// <summary>A connection that fails is an Amazon exception too; only the caller's own cancellation is not.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_refused_connection()
    {
        using var ec2 = Client(UnusedUrl());

        var e = await Assert.ThrowsAsync<AmazonClientException>(() => ec2.DescribeVpcsAsync(new(), TestContext.Current.CancellationToken));

        Assert.StartsWith("EC2 DescribeVpcs: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time()
    {
        await using var server = new LoopbackServer();
        using var ec2 = Client(server.Url, TimeSpan.FromMilliseconds(200));

        var e = await Assert.ThrowsAsync<AmazonClientException>(() => ec2.DescribeVpcsAsync(new(), TestContext.Current.CancellationToken));

        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_one()
    {
        await using var server = new LoopbackServer();
        using var ec2 = Client(server.Url);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = ec2.DescribeVpcsAsync(new(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static AmazonEC2Client Client(string url, TimeSpan? timeout = null) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "not-a-secret"),
        new AmazonEC2Config
        {
            ServiceURL = url,
            AuthenticationRegion = "eu-central-1",
            MaxErrorRetry = 0,
            Timeout = timeout ?? TimeSpan.FromMinutes(1),
        });

    private static string UnusedUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
