using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Cfn = Amazon.CloudFormation.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>A cluster's root stack.</summary>
internal static class ClusterStack
{
    /// <summary>Nested stacks carry the same tags, and so does the stack that builds an image.</summary>
    public static bool IsRoot(Cfn.Stack stack)
    {
        var tags = Tags(stack);
        return stack.ParentId is not { Length: > 0 } && stack.StackName is { Length: > 0 } && tags.Has("parallelcluster:version")
            && !tags.Has("parallelcluster:image_id") && !tags.Has("parallelcluster:image_name");
    }

    /// <summary>For a cluster that only its nodes' tags tell of: why its stack was not seen.</summary>
    public static Answer<Cfn.Stack> Unseen(string name, Listing<Cfn.Stack> stacks) => new(stacks.Evidence, nameof(Cluster), null, stacks.Gap ?? new(
        stacks.Evidence.Scope, nameof(Cluster), stacks.Evidence.Action, GapCause.Hidden,
        OneLine.Of($"no ParallelCluster stack {name} is there, though instances carry that cluster's tags"),
        new(RemedyKind.Flag, "scan the account and region that has the cluster's stack")));

    public static Cluster Map(Answer<Cfn.Stack> stack, Ref<Cluster> cluster, string name) => new()
    {
        Id = cluster.Id,
        Key = ParallelClusterNode.ClusterKey(name),
        Name = stack.Optional(_ => (string?)name),
        Kind = stack.Map(_ => ClusterKind.ParallelCluster),
        Version = stack.Field(s => SemanticVersion.Parse(Tags(s)["parallelcluster:version"]!), "tag parallelcluster:version"),
        Scheduler = stack.Field(s => Parameter(s, "Scheduler"), "parameter Scheduler"),
        Status = stack.Field(s => s.StackStatus?.Value),
        Tags = stack.Map(Tags),
    };

    public static string? Parameter(Cfn.Stack stack, string key) =>
        stack.Parameters?.FirstOrDefault(p => p.ParameterKey == key)?.ParameterValue is { Length: > 0 } value ? value : null;

    private static StringMap Tags(Cfn.Stack stack) => AwsTags.Of(stack.Tags, t => t.Key, t => t.Value);
}
