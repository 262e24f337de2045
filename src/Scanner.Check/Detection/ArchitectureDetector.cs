using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using ModelDetection = Scanner.Model.Findings.Detection;

namespace Scanner.Check.Detection;

/// <summary>Finds which architectures an environment follows. What the user says wins.</summary>
internal static class ArchitectureDetector
{
    public static ModelDetection Detect(Model.Environment environment)
    {
        var given = environment.Parameters.Architecture;
        if (given.IsKnown) return new(given.Value, Confidence.Given, ["parameter architecture"], null);
        if (environment.IsKubernetes) return KubernetesDetector.Detect(environment);
        if (environment.IsOnHosts) return HostsDetector.Detect(environment);
        return environment.Cluster.Kind.IsKnown ? OfParallelCluster(environment)
            : new([], Confidence.Low, ["cluster"], Undecided(environment, new("what manages it", Truth.Unknown(environment.Cluster.Kind.Source))));
    }

    private static ModelDetection OfParallelCluster(Model.Environment environment)
    {
        var workbench = WorkbenchSignals(environment);
        if (workbench.Any(s => s.Seen.IsTrue))
            return new(["aws-parallelcluster"], Confidence.Strong, Texts(workbench), null);
        if (workbench.Where(s => s.Seen.IsUnknown).OrderByDescending(s => IsToMend(s.Seen.Gap)).FirstOrDefault() is { } unseen)
            return new([], Confidence.Low, ["ParallelCluster cluster"], Undecided(environment, unseen));
        return !(environment.Cluster.Scheduler == "slurm").IsFalse
            ? new(["slurm-eda"], Confidence.Low, ["ParallelCluster cluster without a sign of Workbench"], null)
            : new([], Confidence.Certain, ["ParallelCluster cluster with another scheduler than Slurm"], null);
    }

    /// <summary>Signs that a ParallelCluster cluster hosts Workbench; each is strong.</summary>
    private static List<Signal> WorkbenchSignals(Model.Environment environment) =>
    [
        new("a load balancer serves Workbench's port on login nodes", environment.EntryHops.Any()),
        new("shared storage at /opt/rstudio", environment.Cluster.SharedStorage.Is(m => m.Any(s => MountPath.Covers(s.MountDir, "/opt/rstudio") && s.MountDir != "/"))),
    ];

    private static Items<string> Texts(List<Signal> signals) =>
        signals.Where(s => s.Seen.IsTrue).Select(s => s.Text).Prepend("ParallelCluster cluster").ToItems();

    private static Gap Undecided(Model.Environment environment, Signal unseen) => new(environment.Cluster.Scope, nameof(Cluster), "architecture", GapCause.Undecidable,
        $"whether {environment.Label} hosts Workbench cannot be told: {unseen.Text}? ({unseen.Seen.Gap})", Nearer(unseen.Seen.Gap) ?? (IsFromFilesAlone(environment)
            ? new(RemedyKind.Flag, "/opt/rstudio in SharedStorage, where it does, or --architecture KEY") : new(RemedyKind.Parameter, "architecture")));

    private static bool IsFromFilesAlone(Model.Environment environment) => ScopeName.IsDeclared(environment.Cluster.Scope) && (environment.Cluster.Kind == ClusterKind.ParallelCluster).IsTrue;

    /// <summary>What would show the sign itself says more than the answer in its place.</summary>
    private static Remedy? Nearer(Gap gap) => gap.MakesIncomplete || gap.Remedy.Kind is RemedyKind.Parameter || IsToMend(gap) ? gap.Remedy : null;

    /// <summary>A line of a file that says nothing usable is the first thing to look at.</summary>
    private static bool IsToMend(Gap gap) => gap.Cause is GapCause.Unsupported && ScopeName.IsDeclared(gap.Scope);
}
