namespace Scanner.Collect.Kubernetes;

/// <summary>A cluster that a kubeconfig knows.</summary>
/// <param name="Files">The kubeconfig's files; none for those that kubectl would use.</param>
/// <param name="Context">The context; null for the current one.</param>
public sealed record KubeconfigTarget(IReadOnlyList<string> Files, string? Context) : KubernetesTarget
{
    /// <exception cref="KubeconfigException">It cannot be used.</exception>
    internal ClusterAccess Access()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Kubeconfig.Load(Files.Count > 0 ? Files : Kubeconfig.DefaultFiles(Environment.GetEnvironmentVariable("KUBECONFIG"), home)).Access(Context);
    }
}
