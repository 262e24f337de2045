namespace Scanner.Collect.Kubernetes;

/// <summary>A cluster that a kubeconfig knows.</summary>
/// <param name="Files">The kubeconfig's files; none for those that kubectl would use.</param>
/// <param name="Context">The context; null for the current one.</param>
public sealed record KubeconfigTarget(IReadOnlyList<string> Files, string? Context) : KubernetesTarget
{
    /// <summary>The contexts of the kubeconfig that kubectl would use, sorted; none where there is no such file.</summary>
    /// <exception cref="KubeconfigException">It cannot be read.</exception>
    public static IReadOnlyList<string> ContextsAtHand() => Usual.Any(File.Exists) ? Kubeconfig.Load(Usual).Contexts : [];

    /// <exception cref="KubeconfigException">It cannot be used.</exception>
    internal ClusterAccess Access() => Kubeconfig.Load(Files.Count > 0 ? Files : Usual).Access(Context);

    private static IReadOnlyList<string> Usual =>
        Kubeconfig.DefaultFiles(Environment.GetEnvironmentVariable("KUBECONFIG"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
}
