namespace Scanner.Model;

/// <summary>What the AWS Load Balancer Controller keeps in a target group (elbv2.k8s.aws TargetGroupBinding).</summary>
public sealed class TargetGroupBinding : NamespacedResource
{
    internal TargetGroupBinding() { }

    /// <summary>Null where it is given by name only.</summary>
    public Fact<Ref<TargetGroup>?> TargetGroup { get; internal init; }

    public Fact<string?> TargetGroupName { get; internal init; }

    /// <summary>The service's name.</summary>
    public Fact<string> Service { get; internal init; }

    /// <summary>The service's port, as a number or a name.</summary>
    public Fact<string> Port { get; internal init; }

    /// <summary><c>ip</c> or <c>instance</c>; null where it is not said.</summary>
    public Fact<string?> TargetType { get; internal init; }
}
