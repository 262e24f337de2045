using Amazon.EC2;
using Amazon.EKS;
using Amazon.FSx;

namespace Scanner.Tests.AwsSdk;

/// <summary>One answer per protocol, read into typed values.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ec2_query()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("""
            <?xml version="1.0" encoding="UTF-8"?>
            <DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
              <requestId>r-1</requestId>
              <securityGroupInfo><item>
                <groupId>sg-1</groupId><groupName>login &amp; web</groupName>
                <ipPermissions><item>
                  <ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>
                  <ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges><ipv6Ranges/>
                </item></ipPermissions>
                <tagSet><item><key>Name</key><value/></item></tagSet>
              </item></securityGroupInfo>
            </DescribeSecurityGroupsResponse>
            """));
        using var ec2 = server.Ec2();

        var response = await ec2.DescribeSecurityGroupsAsync(new(), Token);

        var group = Assert.Single(response.SecurityGroups);
        var permission = Assert.Single(group.IpPermissions);
        Assert.Equal(("sg-1", "login & web", "r-1"), (group.GroupId, group.GroupName, response.ResponseMetadata.RequestId));
        Assert.Equal(("tcp", 443, "10.0.0.0/8"), (permission.IpProtocol, permission.FromPort, permission.Ipv4Ranges.Single().CidrIp));
        Assert.Empty(permission.Ipv6Ranges);
        Assert.Null(permission.PrefixListIds);
        Assert.Equal("", group.Tags.Single().Value);
    }

    [Fact]
    public async Task Values_that_the_official_package_unwraps()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("""
            <DescribeVpcAttributeResponse>
              <vpcId>vpc-1</vpcId><enableDnsSupport><value>true</value></enableDnsSupport>
            </DescribeVpcAttributeResponse>
            """));
        using var ec2 = server.Ec2();

        var response = await ec2.DescribeVpcAttributeAsync(new() { VpcId = "vpc-1", Attribute = VpcAttributeName.EnableDnsSupport }, Token);

        Assert.True(response.EnableDnsSupport);
        Assert.Null(response.EnableDnsHostnames);
    }

    [Fact]
    public async Task Unknown_enum_values_pass_through_and_times_are_utc()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("""
            <DescribeVolumesResponse><volumeSet><item>
              <status>levitating</status><createTime>2026-01-02T03:04:05.678Z</createTime><size/><encrypted>true</encrypted>
            </item></volumeSet></DescribeVolumesResponse>
            """));
        using var ec2 = server.Ec2();

        var volume = (await ec2.DescribeVolumesAsync(new(), Token)).Volumes.Single();

        Assert.Equal("levitating", volume.State.Value);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), volume.CreateTime);
        Assert.Equal(DateTimeKind.Utc, volume.CreateTime!.Value.Kind);
        Assert.Null(volume.Size);
        Assert.True(volume.Encrypted);
        Assert.Null(volume.VolumeType);
    }

    [Fact]
    public async Task Rest_xml()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListHostedZonesResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
              <HostedZones><HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><Config><PrivateZone>true</PrivateZone></Config><ResourceRecordSetCount>7</ResourceRecordSetCount></HostedZone></HostedZones>
              <IsTruncated>true</IsTruncated><NextMarker>Z2</NextMarker><MaxItems>1</MaxItems>
            </ListHostedZonesResponse>
            """));
        using var route53 = server.Route53();

        var response = await route53.ListHostedZonesAsync(new(), Token);

        var zone = Assert.Single(response.HostedZones);
        Assert.Equal(("/hostedzone/Z1", "example.com.", true, 7L), (zone.Id, zone.Name, zone.Config.PrivateZone, zone.ResourceRecordSetCount));
        Assert.Equal("Z2", response.NextMarker);
    }

    [Fact]
    public async Task Json_maps_in_lists_in_maps()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""
            {"Entities":[{"Id":"i-1","Data":{"AWS:Application":{"TypeName":"AWS:Application","Content":[{"Name":"R","Version":"4"}]}}}]}
            """));
        using var ssm = server.Ssm();

        var response = await ssm.GetInventoryAsync(new() { ResultAttributes = [new() { TypeName = "AWS:Application" }] }, Token);

        Assert.Equal("4", Assert.Single(Assert.Single(response.Entities).Data["AWS:Application"].Content)["Version"]);
    }

    [Fact]
    public async Task Query()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Xml("""
            <DescribeDBSubnetGroupsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
              <DescribeDBSubnetGroupsResult><DBSubnetGroups><DBSubnetGroup>
                <DBSubnetGroupName>workbench</DBSubnetGroupName>
                <Subnets><Subnet><SubnetIdentifier>subnet-1</SubnetIdentifier>
                  <SubnetAvailabilityZone><Name>eu-central-1a</Name></SubnetAvailabilityZone></Subnet></Subnets>
              </DBSubnetGroup></DBSubnetGroups></DescribeDBSubnetGroupsResult>
              <ResponseMetadata><RequestId>r-2</RequestId></ResponseMetadata>
            </DescribeDBSubnetGroupsResponse>
            """));
        using var rds = server.Rds();

        var response = await rds.DescribeDBSubnetGroupsAsync(new(), Token);

        Assert.Equal("eu-central-1a", response.DBSubnetGroups.Single().Subnets.Single().SubnetAvailabilityZone.Name);
        Assert.Equal("r-2", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Json()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""
            {"FileSystems":[{"FileSystemId":"fs-1","CreationTime":1767323045.678,"FileSystemType":"LUSTRE","StorageCapacity":1200,
            "SubnetIds":["subnet-1","subnet-2"],"LustreConfiguration":{"DataCompressionType":"LZ4","CopyTagsToBackups":false},"Tags":null}]}
            """) with { Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = "r-3" } });
        using var fsx = server.Fsx();

        var response = await fsx.DescribeFileSystemsAsync(new(), Token);

        var fileSystem = response.FileSystems.Single();
        Assert.Equal(FileSystemType.LUSTRE, fileSystem.FileSystemType);
        Assert.Equal((1200, "r-3"), (fileSystem.StorageCapacity, response.ResponseMetadata.RequestId));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), fileSystem.CreationTime);
        Assert.Equal(["subnet-1", "subnet-2"], fileSystem.SubnetIds);
        Assert.False(fileSystem.LustreConfiguration.CopyTagsToBackups);
        Assert.Null(fileSystem.Tags);
    }

    [Fact]
    public async Task Rest_json()
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Json("""
            {"cluster":{"name":"workbench","tags":{"team":"science"},"status":"ACTIVE",
            "resourcesVpcConfig":{"endpointPublicAccess":false,"subnetIds":[]},
            "logging":{"clusterLogging":[{"types":["api"],"enabled":true}]}}}
            """));
        using var eks = server.Eks();

        var cluster = (await eks.DescribeClusterAsync(new() { Name = "workbench" }, Token)).Cluster;

        Assert.Equal("science", cluster.Tags["team"]);
        Assert.Equal(ClusterStatus.ACTIVE, cluster.Status);
        Assert.False(cluster.ResourcesVpcConfig.EndpointPublicAccess);
        Assert.Empty(cluster.ResourcesVpcConfig.SubnetIds);
        Assert.Equal("api", cluster.Logging.ClusterLogging.Single().Types.Single());
    }
}
