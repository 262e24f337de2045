using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>eks:ListFargateProfiles of a cluster, and eks:DescribeFargateProfile for each.</summary>
internal sealed class FargateProfiles(AwsScope scope, SnapshotBuilder sink)
{
    public const string Action = "eks:ListFargateProfiles";

    public async Task Collect(string cluster, CancellationToken cancellationToken)
    {
        var profiles = await scope.Probe<NodeGroup>().List(Action,
            (token, stop) => scope.Clients.Eks.ListFargateProfilesAsync(new() { ClusterName = cluster, NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.FargateProfileNames, name => name, cancellationToken, "FargateProfileNames");
        sink.Cover<NodeGroup>(profiles.Evidence, profiles.Gap);
        await Task.WhenAll(profiles.Items.Select(p => Describe(cluster, p.Value!, cancellationToken)));
    }

    private async Task Describe(string cluster, string name, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<NodeGroup>().Ask("eks:DescribeFargateProfile",
            stop => scope.Clients.Eks.DescribeFargateProfileAsync(new() { ClusterName = cluster, FargateProfileName = name }, stop), cancellationToken);
        sink.Observe(answer.Evidence, Map(answer.Part(a => a.FargateProfile), cluster, name));
    }

    private NodeGroup Map(Answer<Eks.FargateProfile> profile, string cluster, string name) => new()
    {
        // without its description, an ARN lacks the end that EKS makes up
        Id = profile.Value?.FargateProfileArn is { Length: > 0 } arn ? arn : scope.Arn("eks", $"fargateprofile/{cluster}/{name}"),
        Key = $"eks/{cluster}/fargateprofile/{name}",
        Name = profile.Optional(_ => (string?)name),
        Provisioner = profile.Map(_ => Provisioner.EksFargate),
        Cluster = profile.Optional(_ => (Ref<Cluster>?)scope.EksCluster(cluster)),
        Pool = profile.Optional(_ => (string?)name),
        Status = profile.Map(p => (string?)Wire.Need(p.Status?.Value)),
        Subnets = profile.Some(p => Refs.Many<Subnet>(p.Subnets), "Subnets"),
    };
}
