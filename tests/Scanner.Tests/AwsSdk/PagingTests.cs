using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_the_tokens_of_ec2()
    {
        await using var server = new LoopbackServer(Volumes("vol-1", "a"), Volumes("vol-2", "b"), Volumes("vol-3", ""));
        using var ec2 = server.Ec2();
        var ids = new List<string>();

        await foreach (var volume in ec2.Paginators.DescribeVolumes(new() { MaxResults = 5 }).Volumes.WithCancellation(Token))
            ids.Add(volume.VolumeId);

        Assert.Equal(["vol-1", "vol-2", "vol-3"], ids);
        Assert.Equal([null, "a", "b"], server.Requests.Select(r => r.Form.GetValueOrDefault("NextToken")));
    }

    [Fact]
    public async Task Follows_the_markers_of_query_services()
    {
        await using var server = new LoopbackServer(Rules("a"), Rules("b"), Rules(null));
        using var elb = server.Elb();
        var pages = 0;

        await foreach (var page in elb.Paginators.DescribeRules(new() { ListenerArn = "arn" }).Responses.WithCancellation(Token))
            pages += page.Rules.Count;

        Assert.Equal(3, pages);
        Assert.Equal([null, "a", "b"], server.Requests.Select(r => r.Form.GetValueOrDefault("Marker")));
    }

    [Fact]
    public async Task Follows_the_tokens_of_rest_services()
    {
        await using var server = new LoopbackServer(
            LoopbackAnswer.Json("""{"FileSystems":[{"FileSystemId":"fs-1"}],"NextMarker":"m"}"""),
            LoopbackAnswer.Json("""{"FileSystems":[{"FileSystemId":"fs-2"}]}"""));
        using var efs = server.Efs();
        var ids = new List<string>();

        await foreach (var fileSystem in efs.Paginators.DescribeFileSystems(new()).FileSystems.WithCancellation(Token))
            ids.Add(fileSystem.FileSystemId);

        Assert.Equal(["fs-1", "fs-2"], ids);
        Assert.Equal("Marker=m", server.Requests[1].Query);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    public async Task A_token_that_comes_again_is_an_error(params string[] tokens)
    {
        await using var server = new LoopbackServer([.. tokens.Select(token => Volumes("vol-1", token))]);
        using var ec2 = server.Ec2();

        var e = await Assert.ThrowsAsync<AmazonClientException>(async () =>
        {
            await foreach (var _ in ec2.Paginators.DescribeVolumes(new()).Volumes.WithCancellation(Token)) { }
        });

        Assert.Equal("DescribeVolumes: the service repeats the page token 'a'", e.Message);
        Assert.Equal(tokens.Length, server.Requests.Count);
    }

    [Fact]
    public async Task A_paginator_is_used_once()
    {
        await using var server = new LoopbackServer(Volumes("vol-1", ""));
        using var ec2 = server.Ec2();
        var volumes = ec2.Paginators.DescribeVolumes(new()).Volumes;
        await foreach (var _ in volumes.WithCancellation(Token)) { }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in volumes.WithCancellation(Token)) { }
        });
    }

    private static LoopbackAnswer Volumes(string id, string next) => LoopbackAnswer.Xml($"""
        <DescribeVolumesResponse>
          <volumeSet><item><volumeId>{id}</volumeId></item></volumeSet><nextToken>{next}</nextToken>
        </DescribeVolumesResponse>
        """);

    private static LoopbackAnswer Rules(string? next) => LoopbackAnswer.Xml($"""
        <DescribeRulesResponse><DescribeRulesResult>
          <Rules><member><Priority>1</Priority></member></Rules>{(next is null ? "" : $"<NextMarker>{next}</NextMarker>")}
        </DescribeRulesResult></DescribeRulesResponse>
        """);
}
