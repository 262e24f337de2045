namespace Scanner.Model;

/// <summary>The kinds of Elastic Load Balancer.</summary>
public enum LoadBalancerType
{
    Application,
    Network,
    Gateway,
    Classic,
}
