namespace Scanner.Model;

/// <summary>An installed CSI driver (storage.k8s.io/v1 CSIDriver); its name is the driver's.</summary>
public sealed class CsiDriver : KubernetesResource
{
    internal CsiDriver() { }

    public Truth AttachRequired { get; internal init; }
}
