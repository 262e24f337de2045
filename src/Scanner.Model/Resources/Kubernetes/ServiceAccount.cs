namespace Scanner.Model;

/// <summary>A service account (core/v1 ServiceAccount).</summary>
public sealed class ServiceAccount : NamespacedResource
{
    internal ServiceAccount() { }

    /// <summary>The IAM role that its pods take on (annotation <c>eks.amazonaws.com/role-arn</c>); null where none is named.</summary>
    public Fact<string?> RoleArn { get; internal init; }
}
