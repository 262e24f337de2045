namespace Scanner.Model;

/// <summary>A Kubernetes object that lies in a namespace.</summary>
public abstract class NamespacedResource : KubernetesResource
{
    private protected NamespacedResource() { }

    public Fact<string> Namespace { get; internal init; }

    /// <summary>Namespace and name, as in <c>posit/rstudio-workbench</c>.</summary>
    [MessageOnly]
    public override string Label => Namespace.IsKnown && Name is { IsKnown: true, Value: { Length: > 0 } name } ? $"{Namespace.Value}/{name}" : base.Label;
}
