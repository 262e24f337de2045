using System.Text.Json;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

/// <summary>Requests as they go over the wire.</summary>
public sealed class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ec2_query_sends_flat_lists_and_capitalised_names()
    {
        await using var server = new LoopbackServer(
            LoopbackAnswer.Xml("<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>"));
        using var ec2 = server.Ec2();

        await ec2.DescribeInstancesAsync(
            new()
            {
                InstanceIds = ["i-1", "i-2"],
                Filters = [new Filter { Name = "tag:Name", Values = ["a b", "c&d"] }],
                IncludeManagedResources = true,
            },
            Token);

        var request = server.Requests.Single();
        Assert.Equal("POST", request.Method);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Action"] = "DescribeInstances",
                ["Version"] = "2016-11-15",
                ["InstanceId.1"] = "i-1",
                ["InstanceId.2"] = "i-2",
                ["Filter.1.Name"] = "tag:Name",
                ["Filter.1.Value.1"] = "a b",
                ["Filter.1.Value.2"] = "c&d",
                ["IncludeManagedResources"] = "true",
            },
            request.Form);
    }

    [Fact]
    public async Task Ec2_query_sends_flags_and_filters_of_images_types_states_and_lists()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("<DescribeImagesResponse><imagesSet/></DescribeImagesResponse>"),
            LoopbackAnswer.Xml("<DescribeInstanceTypesResponse><instanceTypeSet/></DescribeInstanceTypesResponse>"),
            LoopbackAnswer.Xml("<DescribeInstanceStatusResponse><instanceStatusSet/></DescribeInstanceStatusResponse>"),
            LoopbackAnswer.Xml("<GetManagedPrefixListEntriesResponse><entrySet/></GetManagedPrefixListEntriesResponse>"));
        using var ec2 = server.Ec2();

        await ec2.DescribeImagesAsync(new() { Filters = [new Filter { Name = "image-id", Values = ["ami-1"] }], IncludeDeprecated = true, IncludeDisabled = true }, Token);
        await ec2.DescribeInstanceTypesAsync(new() { Filters = [new Filter { Name = "instance-type", Values = ["m6i.large"] }], MaxResults = 100 }, Token);
        await ec2.DescribeInstanceStatusAsync(new() { IncludeAllInstances = false, NextToken = "t" }, Token);
        await ec2.GetManagedPrefixListEntriesAsync(new() { PrefixListId = "pl-1", MaxResults = 100 }, Token);

        Assert.Equal(("ami-1", "true", "true"), (server.Requests[0].Form["Filter.1.Value.1"], server.Requests[0].Form["IncludeDeprecated"], server.Requests[0].Form["IncludeDisabled"]));
        Assert.Equal(("m6i.large", "100"), (server.Requests[1].Form["Filter.1.Value.1"], server.Requests[1].Form["MaxResults"]));
        Assert.Equal(("false", "t"), (server.Requests[2].Form["IncludeAllInstances"], server.Requests[2].Form["NextToken"]));
        Assert.Equal(("pl-1", "100"), (server.Requests[3].Form["PrefixListId"], server.Requests[3].Form["MaxResults"]));
    }

    [Fact]
    public async Task Every_request_is_signed_for_its_service_and_region()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""{"clusters":[]}"""));
        using var eks = server.Eks();

        await eks.ListClustersAsync(new(), Token);

        var authorization = server.Requests.Single().Headers["Authorization"];
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", authorization, StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/eks/aws4_request", authorization, StringComparison.Ordinal);
        Assert.Contains("host;", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_names_the_entries_of_its_lists()
    {
        await using var server = new LoopbackServer(
            LoopbackAnswer.Xml("<DescribeDBInstancesResponse><DescribeDBInstancesResult/></DescribeDBInstancesResponse>"),
            LoopbackAnswer.Xml("<DescribeTagsResponse><DescribeTagsResult/></DescribeTagsResponse>"));
        using var rds = server.Rds();
        using var elb = server.Elb();

        await rds.DescribeDBInstancesAsync(new() { MaxRecords = 20, Filters = [new() { Name = "engine", Values = ["postgres"] }] }, Token);
        await elb.DescribeTagsAsync(new() { ResourceArns = ["arn:1"] }, Token);

        Assert.Equal("postgres", server.Requests[0].Form["Filters.Filter.1.Values.Value.1"]);
        Assert.Equal("20", server.Requests[0].Form["MaxRecords"]);
        Assert.Equal("arn:1", server.Requests[1].Form["ResourceArns.member.1"]);
        Assert.Equal("2015-12-01", server.Requests[1].Form["Version"]);
    }

    [Fact]
    public async Task Json_names_the_operation_in_a_header()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""{"FileSystems":[]}"""));
        using var fsx = server.Fsx();

        await fsx.DescribeFileSystemsAsync(new() { FileSystemIds = ["fs-1"], MaxResults = 5 }, Token);

        var request = server.Requests.Single();
        Assert.Equal("AWSSimbaAPIService_v20180301.DescribeFileSystems", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("fs-1", body.RootElement.GetProperty("FileSystemIds")[0].GetString());
        Assert.Equal(5, body.RootElement.GetProperty("MaxResults").GetInt32());
        Assert.False(body.RootElement.TryGetProperty("NextToken", out _));
    }

    [Fact]
    public async Task Rest_puts_labels_in_the_path_and_the_rest_in_the_query()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""{"nodegroups":["a"]}"""));
        using var eks = server.Eks();

        await eks.ListNodegroupsAsync(new() { ClusterName = "a b", MaxResults = 7, NextToken = "t/=" }, Token);

        var request = server.Requests.Single();
        Assert.Equal(("GET", "/clusters/a b/node-groups", ""), (request.Method, request.Path, request.Body));
        Assert.Equal("maxResults=7&nextToken=t%2F%3D", request.Query);
    }

    [Fact]
    public async Task Rest_asks_for_addons_and_versions_by_path_and_query()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""{"addon":{"addonName":"vpc-cni"}}"""), LoopbackAnswer.Json("""{"clusterVersions":[]}"""));
        using var eks = server.Eks();

        await eks.DescribeAddonAsync(new() { ClusterName = "pwb", AddonName = "vpc-cni" }, Token);
        await eks.DescribeClusterVersionsAsync(new() { IncludeAll = true, MaxResults = 100 }, Token);

        Assert.Equal("/clusters/pwb/addons/vpc-cni", server.Requests[0].Path);
        Assert.Equal(("/cluster-versions", "includeAll=true&maxResults=100"), (server.Requests[1].Path, server.Requests[1].Query));
    }

    [Fact]
    public async Task Rest_xml_sends_what_rest_does()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("<ListResourceRecordSetsResponse><ResourceRecordSets/></ListResourceRecordSetsResponse>"));
        using var route53 = server.Route53();

        await route53.ListResourceRecordSetsAsync(new() { HostedZoneId = "Z1", StartRecordName = "a.example.com.", StartRecordType = "CNAME", MaxItems = "300" }, Token);

        var request = server.Requests.Single();
        Assert.Equal(("GET", "/2013-04-01/hostedzone/Z1/rrset", ""), (request.Method, request.Path, request.Body));
        Assert.Equal("maxitems=300&name=a.example.com.&type=CNAME", request.Query);
    }

    [Fact]
    public async Task A_missing_label_is_refused_before_anything_is_sent()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("{}"));
        using var eks = server.Eks();

        var e = await Assert.ThrowsAsync<AmazonClientException>(() => eks.DescribeClusterAsync(new(), Token));

        Assert.Contains("DescribeCluster needs name", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
