using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>What files must be about, where a scan saw only one cluster, or one release of Workbench's chart.</summary>
internal static class SeenSubject
{
    private const string Chart = "rstudio-workbench";

    public static DeclaredSubject Of(Snapshot? seen)
    {
        var observations = seen?.Observations ?? [];
        var clusters = observations.Where(o => o.Kind == nameof(Cluster)).Select(o => o.Key).Distinct(StringComparer.Ordinal).ToList();
        var releases = observations.Where(o => o.Kind == nameof(HelmRelease) && o.Properties.Any(p => p is { Name: "chart", Gap: null } && p.Value.ToString() == Chart)).Select(o => o.Key.Split('/')).ToList();
        var subject = new DeclaredSubject(clusters is [var only] ? only.StartsWith("parallelcluster/", StringComparison.Ordinal) ? NameOf(only) : only : null);
        return releases is [[_, var space, var release]] ? subject with { Namespace = space, Release = release } : subject;
    }

    /// <summary>Why files that are about a cluster cannot be laid over what was seen; null where they can.</summary>
    public static string? Problem(Snapshot seen, string? cluster, string target)
    {
        var names = seen.Observations.Where(o => o.Kind == nameof(Cluster)).Select(o => o.Key).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || (cluster is null && names.Count == 1)) return null;
        if (cluster is null && !names.Exists(n => NameOf(n) == target)) return $"which of {string.Join(", ", names.Select(Shown))} are the files about? Name it with --cluster";
        return cluster is null || names.Exists(n => n == cluster || Shown(n) == cluster || NameOf(n) == cluster) ? null
            : $"--cluster {cluster}: there is none in what was seen, which has {string.Join(", ", names.Select(Shown))}; files of a cluster that is not there yet are checked alone";
    }

    /// <summary>Why files of a ParallelCluster cannot be laid over what was seen, which has no such cluster; null where they can.</summary>
    public static string? Stranger(Snapshot seen, Snapshot declared)
    {
        var known = seen.Observations.Where(o => o.Kind == nameof(Cluster)).Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
        var strange = declared.Observations.FirstOrDefault(o => o.Kind == nameof(Cluster) && o.Key.StartsWith("parallelcluster/", StringComparison.Ordinal) && !known.Contains(o.Key));
        return strange is null || known.Count == 0 ? null
            : $"they are about a ParallelCluster, and what was seen has {string.Join(", ", known.Select(Shown).Order(StringComparer.Ordinal))} only; name the one that they are about with --cluster";
    }

    /// <summary>An ARN whole, since names are not unique; of a ParallelCluster its name.</summary>
    private static string Shown(string key) => key.StartsWith("parallelcluster/", StringComparison.Ordinal) ? NameOf(key) : key;

    /// <summary>The last part of a key or an ARN.</summary>
    public static string NameOf(string cluster) => cluster[(cluster.LastIndexOf('/') + 1)..];
}
