namespace Scanner.Model;

/// <summary>Who can reach whom: routes, network ACLs and security groups of an environment, evaluated offline.</summary>
public sealed class Network
{
    internal Network(Environment environment) => Environment = environment;

    internal Environment Environment { get; }
}
