namespace Scanner.Model;

/// <summary>A node that Karpenter made or makes (karpenter.sh NodeClaim).</summary>
public sealed class NodeClaim : KubernetesResource
{
    internal NodeClaim() { }

    public Fact<string?> NodePool { get; internal init; }

    /// <summary>The node's name; null before it joined.</summary>
    public Fact<string?> Node { get; internal init; }

    public Fact<string?> ProviderId { get; internal init; }

    public Truth IsReady { get; internal init; }

    /// <summary>Whether Karpenter says that it differs from its pool; false where it says nothing.</summary>
    public Truth IsDrifted { get; internal init; }
}
