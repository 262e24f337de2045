namespace Scanner.Model;

/// <summary>An edge: the identity of another resource, which <see cref="Environment.Resolve{T}(Ref{T})"/> follows.</summary>
public readonly record struct Ref<T>(string Id) where T : Resource
{
    public override string ToString() => Id;
}
