using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>Files of which nothing is in what was seen, and hosts of which nothing is known but their facts: laid over it they would change no verdict, and look as if they agreed.</summary>
/// <param name="seen">What was seen.</param>
/// <param name="state">What the files declare.</param>
internal sealed class UnmatchedFiles(Snapshot seen, DeclaredState state)
{
    private readonly HashSet<Observation> _strange = [.. Overlay.Unmatched(seen, state)];

    /// <summary>Why a file cannot be laid over what was seen; null where all can: a cluster's file that is about none of it was meant for another one.</summary>
    public string? Problem => state.Declared.Select(Strangers).Where(s => s.Any(IsOfCluster)).Select(s => OneLine.Of(
        $"{Name(s)}: nothing of it is in what was seen{Why(s)}")).FirstOrDefault();

    /// <summary>What else is about nothing that was seen.</summary>
    public IEnumerable<string> Notes => Hosts.Concat(state.Declared.Select(Strangers).Where(s => s.Count > 0 && !s.Any(IsOfCluster) && !s.All(IsHost))
        .Select(s => $"{Name(s)}: nothing of it is in what was seen, so that it changes no verdict")).Select(OneLine.Of);

    private IEnumerable<string> Hosts => _strange.Where(o => IsHost(o) && o.Kind == nameof(ComputeInstance))
        .Select(o => $"{o.Evidence.Locator}: {o.Key} is no host that was seen");

    /// <summary>What a file declares, where nothing of that is in what was seen; else nothing.</summary>
    private List<Observation> Strangers(DeclaredInput file)
    {
        var own = state.Snapshot.Observations.Where(o => IsOf(o, file) && !(o.Kind == nameof(Cluster) && ScopeName.IsKubernetes(o.Evidence.Scope))).ToList();
        return own.All(_strange.Contains) ? own : [];
    }

    private string Why(List<Observation> strangers) => !strangers.Exists(o => ScopeName.IsKubernetes(o.Evidence.Scope)) ? $"; {Change(strangers)}"
        : !seen.Coverage.Any(c => ScopeName.IsKubernetes(c.Scope)) ? ", where no Kubernetes cluster was looked at: check it alone, or over the cluster that it is for"
        : $", such as {strangers.Find(o => o.Kind == nameof(Workload))?.Key ?? strangers[0].Key}: --namespace and --release say where that is; {Change(strangers)}";

    private string Change(List<Observation> strangers) => $"what is not deployed yet is given with --with {Name(strangers)}";

    private string Name(List<Observation> strangers) => state.Declared.First(f => IsOf(strangers[0], f)).Name;

    private static bool IsOf(Observation o, DeclaredInput file) => o.Evidence.Locator?.StartsWith(file.Name + (file.IsFolder ? "/" : ":"), StringComparison.Ordinal) == true;

    private static bool IsOfCluster(Observation o) => ScopeName.IsKubernetes(o.Evidence.Scope) || o.Key.StartsWith("parallelcluster/", StringComparison.Ordinal);

    private static bool IsHost(Observation o) => o.Evidence.Plane is Plane.Probe;
}
