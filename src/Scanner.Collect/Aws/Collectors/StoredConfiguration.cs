using Scanner.Collect.ParallelCluster;
using Scanner.Collect.Yaml;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Cfn = Amazon.CloudFormation.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The configuration that ParallelCluster keeps in its bucket (s3:GetObjectVersion).</summary>
/// <remarks>
/// An update stores its configuration before it touches the stack. After one that failed, the latest object is not what is deployed;
/// the stack's parameter ConfigVersion names the one that is.
/// </remarks>
internal sealed class StoredConfiguration(AwsScope scope, SnapshotBuilder sink)
{
    private const string Action = "s3:GetObjectVersion";

    public async Task Collect(string name, Answer<Cfn.Stack> stack, CancellationToken cancellationToken)
    {
        var config = await Read(stack, cancellationToken);
        sink.Observe(config.Evidence, ClusterConfiguration.Map(config, scope.Cluster(name), name));
        foreach (var group in DeclaredGroup.All(config, scope.Cluster(name), name)) sink.Observe(config.Evidence, group);
    }

    private async Task<Answer<YamlPlace>> Read(Answer<Cfn.Stack> stack, CancellationToken cancellationToken)
    {
        var bucket = stack.Field(s => ClusterStack.Parameter(s, "ResourcesS3Bucket"), "parameter ResourcesS3Bucket");
        var folder = stack.Field(s => ClusterStack.Parameter(s, "ArtifactS3RootDirectory"), "parameter ArtifactS3RootDirectory");
        var version = stack.Field(s => ClusterStack.Parameter(s, "ConfigVersion"), "parameter ConfigVersion");
        if ((bucket.Gap ?? folder.Gap ?? version.Gap) is { } gap) return new(Evidence(stack.Evidence), nameof(Cluster), null, gap);
        var key = $"{folder.Value.Trim('/')}/configs/cluster-config.yaml";
        var text = await scope.Probe<Cluster>().Ask(Action, async stop =>
        {
            using var stored = await scope.Clients.S3.GetObjectAsync(bucket.Value, key, version.Value, stop);
            return await BoundedText.Read(stored.ResponseStream, ConfigText.Largest, stop);
        }, cancellationToken);
        var evidence = Evidence(text.Evidence) with { Locator = $"s3://{bucket.Value}/{key}?versionId={version.Value}" };
        return text.Value is { } found ? ConfigText.Read(found, evidence) : new(evidence, nameof(Cluster), null, text.Gap);
    }

    private static Evidence Evidence(Evidence answer) => answer with { Plane = Plane.LiveDeclared, Action = Action };
}
