namespace Scanner.Check;

/// <summary>A reference architecture: its key, its title, and what it extends.</summary>
public sealed record Architecture(string Key, string Title, params string[] Extends)
{
    /// <summary>All of them. <c>workbench</c> is abstract: the owner of the general rules.</summary>
    public static IReadOnlyList<Architecture> All { get; } =
    [
        new("workbench", "Posit Workbench"),
        new("single-server", "Posit Workbench on a single server", "workbench"),
        new("load-balanced", "Posit Workbench, load-balanced", "workbench"),
        new("external-resource-manager", "Posit Workbench with an external resource manager", "workbench"),
        new("kubernetes", "Posit Workbench in Kubernetes", "external-resource-manager"),
        new("slurm", "Posit Workbench with Slurm", "external-resource-manager"),
        new("aws-parallelcluster", "Posit Workbench on AWS ParallelCluster", "slurm", "load-balanced"),
        new("aws-eks", "Posit Workbench on AWS EKS", "kubernetes"),
        new("slurm-eda", "Slurm for EDA on AWS ParallelCluster"),
    ];

    /// <summary>The architecture of that key; null if there is none.</summary>
    public static Architecture? Find(string key) => All.FirstOrDefault(a => a.Key == key);

    /// <summary>The key and everything it extends, nearest first.</summary>
    public static IReadOnlyList<string> Lineage(string key)
    {
        var lineage = new List<string> { key };
        for (var i = 0; i < lineage.Count; i++)
            foreach (var parent in Find(lineage[i])?.Extends ?? [])
                if (!lineage.Contains(parent)) lineage.Add(parent);
        return lineage;
    }
}
