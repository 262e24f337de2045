namespace Scanner.Model;

/// <summary>What a host is for.</summary>
public enum NodeRole
{
    Head,
    Login,
    Compute,
    KubeNode,
    Server,
    Other,
}
