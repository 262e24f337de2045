using Scanner.Collect.ParallelCluster;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Identities that survive replacement.</summary>
/// <remarks>
/// They rest on what the listing itself brings and never on a second call, so that a call that is refused today changes no key.
/// All nodes of one ParallelCluster node group share a key: they come and go, and are alike.
/// </remarks>
internal static class ResourceKey
{
    /// <summary>The CloudFormation stack and logical id, else the provider's own id.</summary>
    public static string Of(StringMap tags, string id) =>
        tags["aws:cloudformation:stack-name"] is { } stack && tags["aws:cloudformation:logical-id"] is { } logical ? $"cloudformation/{stack}/{logical}" : id;

    /// <summary>The place of an instance in its cluster, else as for any resource.</summary>
    public static string OfInstance(StringMap tags, string id) => ParallelClusterNode.Of(tags) is { Group: { } group } ? $"{group}/node" : Of(tags, id);

    /// <summary>An ARN of Elastic Load Balancing without the part that changes with every replacement: its name is unique in account and region.</summary>
    public static string OfLoadBalancing(string arn)
    {
        var resource = arn[(arn.LastIndexOf(':') + 1)..];
        return resource.LastIndexOf('/') is var end and > 0 ? resource[..end] : resource;
    }
}
