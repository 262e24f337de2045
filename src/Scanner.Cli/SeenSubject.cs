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

    /// <summary>The last part of a key or an ARN.</summary>
    public static string NameOf(string cluster) => cluster[(cluster.LastIndexOf('/') + 1)..];
}
