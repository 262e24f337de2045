namespace Scanner.Model;

/// <summary>A Workbench installation in a Kubernetes cluster: the workload of its server, with its pods, sessions and configuration.</summary>
public sealed class Installation : ISubject, IShown
{
    private const string Node = "kubernetes.io/hostname";

    private const string Zone = "topology.kubernetes.io/zone";

    private readonly Environment _environment;

    internal Installation(Environment environment, Workload server) => (_environment, Server) = (environment, server);

    /// <summary>The workload that keeps the server's pods running.</summary>
    public Workload Server { get; }

    public string Id => Server.Id;

    public string Key => Server.Key;

    [MessageOnly]
    public string Label => Server.Label;

    internal Environment Environment => _environment;

    /// <summary>The server's pods that are not about to end, ready or not. Those of a workload without replicas end as soon as it is deployed.</summary>
    public ResourceSet<Pod> Pods => IsToCome ? new([], ToCome) : _environment.Of<Pod>().Where(pod => Belongs(pod) && Server.Replicas != 0 && !pod.IsTerminating && pod.Phase.Is(phase => phase is "Pending" or "Running"));

    /// <summary>The server's pods that answer.</summary>
    public ResourceSet<Pod> ReadyPods => Pods.Where(pod => pod.IsRunning && pod.IsReady);

    /// <summary>The services that lead to the server's pods.</summary>
    public ResourceSet<KubeService> Services => _environment.Of<KubeService>().Where(s => s.Namespace.Is(space => Server.Namespace == space)
        && s.Selector.Is(selector => selector.Count > 0 && Server.PodLabels.Is(labels => selector.Entries.All(l => labels[l.Key] == l.Value))));

    /// <summary>Whether the scheduler must keep the server's pods in different zones.</summary>
    public Truth IsKeptApart => Server.SpreadConstraints.Is(all => all.Any(c => c is { TopologyKey: Zone, MaxSkew: 1, WhenUnsatisfiable: "DoNotSchedule" } && Counts(c.Selector)))
        || Server.AntiAffinity.Is(all => all.Any(a => a.TopologyKey == Zone && Counts(a.Selector)));

    /// <summary>
    /// Whether what holds a node holds a pod: no node has two of them, and each service with an outside leads from a node to the pods of that node only.
    /// </summary>
    public Truth HasPodPerNode => Server.AntiAffinity.Is(all => all.Any(a => a.TopologyKey == Node && Counts(a.Selector)))
        && Services.Any(IsOnNodes) && Services.All(s => !IsOnNodes(s) || s.ExternalTrafficPolicy == "Local");

    private static Truth IsOnNodes(KubeService service) => service.Type.Is(type => type is "NodePort" or "LoadBalancer");

    /// <summary>How many pods there are to be: the least of an autoscaler where one is in charge, else what the workload says. None is in charge of a workload without pods.</summary>
    public Fact<int> DeclaredReplicas => Autoscalers.Sole("the workload's autoscaler", RemedyKind.Attestation).Then(a => a is null ? Server.Replicas : a.MinReplicas);

    /// <summary>The autoscalers that are in charge of how many pods there are: the only one, or none.</summary>
    public ResourceSet<HorizontalPodAutoscaler> Autoscalers => _environment.Of<HorizontalPodAutoscaler>().Where(a => a.Namespace.Is(space => Server.Namespace == space)
        && a.TargetName.Is(name => Server.Name == name) && a.TargetKind.Is(kind => Server.Kind == kind) && Server.Replicas != 0);

    /// <summary>Whether only a change declares it: that no pod of it was seen tells nothing of those that it will have.</summary>
    private bool IsToCome => Server.Name.Source is Evidence { Plane: Plane.Preview } && !Server.CreatedAt.IsKnown;

    private Gap ToCome => new(Server.Scope, nameof(Pod), "pods of a change", GapCause.Hidden, $"{Label} is not deployed yet, so that it has no pods to be seen", new(RemedyKind.Retry, $"once {Label} is deployed"));

    /// <summary>A constraint whose selector does not match the very pods binds nobody.</summary>
    private Truth Counts(LabelSelector? selector) => selector is null ? Truth.Of(false, Evidence.Derived) : Server.PodLabels.Is(labels => selector.Matches(labels));

    /// <summary>A workload's pods have its labels and lie in its namespace; a session's may have the same labels.</summary>
    private Truth Belongs(Pod pod) => pod.Namespace.Is(space => Server.Namespace == space)
        && Server.Selector.Is(selector => pod.Labels.Is(labels => selector.Matches(labels))) && !pod.IsSession;

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
