namespace Scanner.Collect.Kubernetes;

/// <summary>A type of objects that a collector wants, whichever of its versions the server has.</summary>
/// <param name="Group">The API group; empty for the core.</param>
/// <param name="Versions">The versions that the collector can read, the one it likes best first.</param>
/// <param name="Plural">Its name in paths, e.g. <c>pods</c>.</param>
internal sealed record ApiResource(string Group, IReadOnlyList<string> Versions, string Plural)
{
    /// <summary>How messages and roles name it, e.g. <c>nodepools.karpenter.sh</c>.</summary>
    public string Name => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>The list of all of them in the cluster.</summary>
    public string Path(string version) => $"{Root(version)}/{Plural}";

    /// <summary>Where the server says which resources it has in a version.</summary>
    public string Root(string version) => Group.Length == 0 ? $"api/{version}" : $"apis/{Group}/{version}";
}
