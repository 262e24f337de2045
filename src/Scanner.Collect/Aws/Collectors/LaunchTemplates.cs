using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What a launch template starts. Its user data may hold secrets; what it says of mounts is read, and nothing of it is kept.</summary>
internal static class LaunchTemplates
{
    public const string Action = "ec2:DescribeLaunchTemplateVersions";

    /// <summary>Where a login pool's instances start: the subnets are the Auto Scaling group's.</summary>
    public static NodeGroup Map(Answer<Ec2.LaunchTemplateVersion> version, NodeGroupIdentity identity)
    {
        var data = version.Part(v => v.LaunchTemplateData);
        return new() { Id = identity.Id, Key = identity.Key, InstanceTypes = Types(data), ImageId = data.Optional(d => d.ImageId), SecurityGroups = Groups(data) };
    }

    /// <summary>A queue's launch template, which stands for its instances, of which there may be none.</summary>
    public static NodeGroup MapQueue(Answer<Ec2.LaunchTemplateVersion> version, NodeGroupIdentity identity)
    {
        var data = version.Part(v => v.LaunchTemplateData);
        return new()
        {
            Id = identity.Id,
            Key = identity.Key,
            Name = version.Optional(_ => (string?)identity.Name),
            Provisioner = version.Map(_ => identity.Provisioner),
            Cluster = version.Optional(_ => (Ref<Cluster>?)identity.Cluster),
            Pool = version.Optional(_ => identity.Pool),
            InstanceTypes = data.Value?.InstanceType is null ? default : Types(data), // with several types, only the configuration names them
            ImageId = data.Optional(d => d.ImageId),
            Subnets = Subnets(data.Value) is [] ? default : data.Items(d => Refs.Many<Subnet>(Subnets(d))), // likewise with several subnets
            SecurityGroups = Groups(data),
            TargetGroups = data.Items<Ref<TargetGroup>>(_ => []),
        };
    }

    /// <summary>The tags that the template puts on the instances it starts.</summary>
    public static StringMap InstanceTags(Ec2.LaunchTemplateVersion version) => AwsTags.Of(
        version.LaunchTemplateData?.TagSpecifications?.Where(s => s.ResourceType?.Value == "instance").SelectMany(s => s.Tags ?? []));

    private static Fact<Items<string>> Types(Answer<Ec2.ResponseLaunchTemplateData> data) =>
        data.Some(d => d.InstanceType?.Value is { } type ? [type] : Array.Empty<string>(), "InstanceType");

    private static Fact<Items<Ref<SecurityGroup>>> Groups(Answer<Ec2.ResponseLaunchTemplateData> data) =>
        data.Some(d => Refs.Many<SecurityGroup>((d.NetworkInterfaces ?? []).SelectMany(c => c.Groups ?? []).Concat(d.SecurityGroupIds ?? [])), "NetworkInterfaces.Groups");

    private static List<string> Subnets(Ec2.ResponseLaunchTemplateData? data) =>
        [.. (data?.NetworkInterfaces ?? []).Select(c => c.SubnetId).Where(s => s is { Length: > 0 })];
}
