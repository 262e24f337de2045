namespace Scanner.Collect.Kubernetes;

/// <summary>Kubeconfig files merged as kubectl does it: of every entry, and of the current context, the first file to have it wins.</summary>
internal sealed class Kubeconfig
{
    private readonly IReadOnlyList<KubeconfigNode> _files;

    private Kubeconfig(IReadOnlyList<KubeconfigNode> files) => _files = files;

    /// <summary>The context that is used where none is asked for; null where no file sets it.</summary>
    public string? CurrentContext => _files.Select(f => f.Text("current-context")).FirstOrDefault(c => c is not null);

    /// <summary>Every context's name, sorted.</summary>
    public IReadOnlyList<string> Contexts =>
        [.. _files.SelectMany(f => f.Maps("contexts")).Select(c => c.Need("name")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The files of $KUBECONFIG, or the one in the home folder.</summary>
    public static IReadOnlyList<string> DefaultFiles(string? listed, string home) => listed is { Length: > 0 }
        ? [.. listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
        : [Path.Combine(home, ".kube", "config")];

    /// <summary>Of several files some may be missing, as kubectl has it.</summary>
    /// <exception cref="KubeconfigException">None is there, or one cannot be read.</exception>
    public static Kubeconfig Load(IReadOnlyList<string> files)
    {
        var found = files.Where(File.Exists).ToList();
        return found.Count > 0
            ? new([.. found.Select(KubeconfigFile.Read)])
            : throw new KubeconfigException($"no kubeconfig: {string.Join(", ", files)} does not exist; set KUBECONFIG or name a file");
    }

    /// <summary>What a context comes to.</summary>
    /// <param name="context">Its name; null for the current one.</param>
    /// <exception cref="KubeconfigException">There is no such context, or it cannot be used.</exception>
    public ClusterAccess Access(string? context = null)
    {
        var name = context ?? CurrentContext
            ?? throw new KubeconfigException($"{Files}: no current-context is set; name one of {string.Join(", ", Contexts)}");
        var entry = Find("context", name)
            ?? throw new KubeconfigException($"{Files}: there is no context '{name}'; there is {(Contexts.Count == 0 ? "none" : string.Join(", ", Contexts))}");
        var cluster = Of(entry, "cluster", entry.Need("cluster"));
        var access = KubeconfigCluster.Read(name, cluster) with { ClusterName = entry.Need("cluster") };
        return entry.Text("user") is { } user ? KubeconfigUser.Read(Of(entry, "user", user), cluster, access) : access;
    }

    private string Files => string.Join(", ", _files.Select(f => f.File));

    private KubeconfigNode Of(KubeconfigNode context, string kind, string name) =>
        Find(kind, name) ?? throw context.Wrong(kind, $"there is no {kind} '{name}'");

    private KubeconfigNode? Find(string kind, string name)
    {
        foreach (var file in _files)
        {
            var named = file.Maps(kind + "s").Where(e => e.Need("name") == name).ToList();
            if (named.Count > 1) throw named[1].Wrong($"a second {kind} '{name}'");
            if (named.Count == 1) return named[0].Map(kind) ?? throw named[0].Wrong($"{kind} '{name}' says nothing");
        }
        return null;
    }
}
