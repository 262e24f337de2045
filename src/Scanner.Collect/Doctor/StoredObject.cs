using Amazon.S3.Model;
using Scanner.Collect.Aws;
using Scanner.Collect.Aws.Collectors;
using Scanner.Model;
using Cfn = Amazon.CloudFormation.Model;

namespace Scanner.Collect.Doctor;

/// <summary>
/// Whether a cluster's configuration may be read shows only in a cluster's own configuration, of which one byte is asked for:
/// of objects that do not exist S3 says "denied" to whoever may not list the bucket, and a scan need not.
/// </summary>
internal static class StoredObject
{
    private const string Action = "s3:GetObjectVersion";

    public static AwsTry Try { get; } = new(Action, Read) { Obstacle = async (scope, stop) => (await Find(scope, stop)).Gap };

    private static async Task Read(AwsScope scope, CancellationToken stop)
    {
        var stored = (await Find(scope, stop)).Value!;
        using var answer = await scope.Clients.S3.GetObjectAsync(new GetObjectRequest { BucketName = stored.BucketName, Key = stored.Key, VersionId = stored.VersionId, ByteRange = new(0, 0) }, stop);
    }

    private static async Task<Answer<GetObjectRequest>> Find(AwsScope scope, CancellationToken stop)
    {
        var stacks = await scope.Probe<Cluster>().List("cloudformation:DescribeStacks", (token, s) => scope.Clients.CloudFormation.DescribeStacksAsync(new() { NextToken = token }, s),
            page => page.NextToken, page => page.Stacks, stack => stack.StackId, stop);
        var found = stacks.Items.Select(i => i.Value!).Where(ClusterStack.IsRoot).Select(Location).FirstOrDefault(l => l is not null);
        var none = stacks.Gap ?? new Gap(scope.Name, nameof(Cluster), Action, GapCause.NotAsked, "there is no ParallelCluster cluster here, and only its configuration could be read", new(RemedyKind.Flag, "try it where a cluster is"));
        return new(stacks.Evidence, nameof(Cluster), found, found is null ? none : null);
    }

    private static GetObjectRequest? Location(Cfn.Stack stack) =>
        ClusterStack.Parameter(stack, "ResourcesS3Bucket") is { } bucket && ClusterStack.Parameter(stack, "ArtifactS3RootDirectory") is { } folder && ClusterStack.Parameter(stack, "ConfigVersion") is { } version
            ? new() { BucketName = bucket, Key = $"{folder.Trim('/')}/configs/cluster-config.yaml", VersionId = version } : null;
}
