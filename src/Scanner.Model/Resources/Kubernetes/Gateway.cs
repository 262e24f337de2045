namespace Scanner.Model;

/// <summary>A gateway of the Gateway API.</summary>
public sealed class Gateway : NamespacedResource
{
    internal Gateway() { }

    public Fact<string> ClassName { get; internal init; }

    /// <summary>The addresses of its status.</summary>
    public Fact<Items<string>> Hostnames { get; internal init; }

    public Fact<StringMap> Annotations { get; internal init; }
}
