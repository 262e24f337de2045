using System.Security.Cryptography;
using System.Text;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Storage that a cluster makes for itself.</summary>
internal static class ManagedStorage
{
    /// <summary>The key that the live storage has by its CloudFormation tags: ParallelCluster derives the logical id from the name in the configuration.</summary>
    /// <param name="cluster">The cluster, which is its stack's name too.</param>
    /// <param name="type">The storage type: <c>Efs</c>, <c>FsxLustre</c> or <c>Ebs</c>.</param>
    /// <param name="name">The name in the configuration.</param>
    public static string Key(string cluster, string type, string name) => $"cloudformation/{cluster}/{(type is "FsxLustre" ? "FSX" : type.ToUpperInvariant())}{Suffix(name)}";

    /// <summary>Sixteen digits, the first as a capital.</summary>
    private static string Suffix(string name)
    {
#pragma warning disable CA5350 // it protects nothing: this is how ParallelCluster names its resources
        var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(name)))[..16];
#pragma warning restore CA5350
        return char.ToUpperInvariant(hash[0]) + hash[1..];
    }
}
