namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>How a node pool makes its nodes.</summary>
/// <param name="Name">The node class, as identities have it; null where the pool itself says all.</param>
/// <param name="IsAuto">Whether it is one of EKS Auto Mode.</param>
internal sealed record NodeClassReference(string? Name, bool IsAuto)
{
    /// <exception cref="AbsentFieldException">It is one of another provider.</exception>
    public static NodeClassReference Of(ObjectField reference) => reference["kind"].NeedText switch
    {
        "EC2NodeClass" => new($"ec2nodeclasses/{reference["name"].NeedText}", false),
        "NodeClass" when Group(reference) == "eks.amazonaws.com" => new($"nodeclasses/{reference["name"].NeedText}", true),
        var other => throw new AbsentFieldException($"nodeClassRef, which names a {other}"),
    };

    /// <summary>A provisioner without a reference describes its nodes itself.</summary>
    public static NodeClassReference OfProvisioner(ObjectField reference) => new(reference.IsAbsent ? null : $"awsnodetemplates/{reference["name"].NeedText}", false);

    /// <summary>v1 has the group alone, v1beta1 group and version.</summary>
    private static string? Group(ObjectField reference) => reference["group"].Text ?? reference["apiVersion"].Text?.Split('/')[0];
}
