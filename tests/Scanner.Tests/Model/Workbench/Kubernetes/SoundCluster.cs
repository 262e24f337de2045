using Scanner.Model;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>What a sound cluster's own API shows.</summary>
internal static class SoundCluster
{
    public const string Server = "k8s-workbench", Config = "k8s-config", Templates = "k8s-templates", Home = "k8s-home", Volume = "k8s-pv", Pool = "k8s-pool", RStudio = "k8s-session-r", VsCode = "k8s-session-v";
    public const string FileSystemId = "fs-0123456789abcdef0";

    public static readonly StringMap ServerLabels = Map(("app.kubernetes.io/name", "rstudio-workbench"), ("app.kubernetes.io/instance", "wb"));
    public static readonly Taint SessionTaint = new("workload", "sessions", "NoSchedule");
    public static readonly PodPlacement Anywhere = new([], Map(), [], false);
    public static readonly PodPlacement OnSessionNodes = new([new("workload", "Equal", "sessions", "NoSchedule")], Map(), [[new("type", "In", ["karpenter"])]], false);

    public static IEnumerable<Resource> Objects =>
    [
        new Cluster
        {
            Id = "k8s://test", Name = "test", Kind = ClusterKind.Kubernetes, Version = new SemanticVersion(1, 33, 1, ""), Endpoint = "https://ABC.gr7.us-east-1.eks.amazonaws.com", IsEksBuild = true,
        },
        Node("a", "core"), Node("b", "core"), Node("c", "core"), Node("s", null),
        Pod("a", "10.0.1.11"), Pod("b", "10.0.2.11"), Pod("c", "10.0.3.11"),
        Session(RStudio, Ide.RStudio, "s", "10.0.1.21", OnSessionNodes), Session(VsCode, Ide.VsCode, "a", "10.0.1.12", Anywhere),
        ServerOf(Server, "posit", "rstudio-workbench", "wb"),
        new Workload
        {
            Id = "k8s-karpenter", Name = "karpenter", Namespace = "kube-system", Kind = "Deployment", Replicas = 2, ReadyReplicas = 2, Selector = new LabelSelector(Map(("app.kubernetes.io/name", "karpenter")), []),
            PodLabels = Map(("app.kubernetes.io/name", "karpenter")), Containers = Items.Create([Container("controller", "public.ecr.aws/karpenter/controller:1.6.0")]),
        },
        .. SoundAddons.Objects,
        new KubeService
        {
            Id = "k8s-service", Name = "rstudio-workbench", Namespace = "posit", Type = "ClusterIP", Selector = ServerLabels, Ports = Items.Create([new ServicePort(80, "http", null)]),
            SessionAffinity = "None", Annotations = Map(), Hostnames = Many<string>(),
        },
        new TargetGroupBinding
        {
            Id = "k8s-binding", Name = "wb", Namespace = "posit", TargetGroup = new Ref<TargetGroup>("tg-1"), TargetGroupName = (string?)null, Service = "rstudio-workbench", Port = "http", TargetType = "ip",
        },
        new Ingress
        {
            Id = "k8s-ingress", Name = "wb", Namespace = "posit", Flavor = IngressFlavor.Ingress, ClassName = "alb", Hosts = Many(SoundAccount.Host), Parents = Many<string>(), HasCookieAffinity = false,
            Annotations = Map(("alb.ingress.kubernetes.io/target-type", "ip"), ("alb.ingress.kubernetes.io/target-group-attributes", "stickiness.enabled=true")),
            Backends = Many(new IngressBackend(SoundAccount.Host, "/", "rstudio-workbench", "http")), Hostnames = Many(SoundAccount.EntryName),
        },
        Configured(Config, "posit", "wb-config"), TemplatesOf(Templates, "posit", "wb-templates"),
        new VolumeClaim { Id = Home, Name = "wb-home", Namespace = "posit", AccessModes = Many("ReadWriteMany"), Volume = new Ref<KubeVolume>(Volume), Phase = "Bound" },
        new KubeVolume
        {
            Id = Volume, Name = "pv", AccessModes = Many("ReadWriteMany"), Driver = SoundAddons.Driver, Handle = FileSystemId, Server = (string?)null, Attributes = Map(), ProvisionedBy = (string?)null,
        },
        new NodeGroup
        {
            Id = Pool, Name = "sessions", Provisioner = Provisioner.Karpenter, Taints = Items.Create([SessionTaint]), StartupTaints = Many<Taint>(), Labels = Map(("type", "karpenter")), Requirements = Many(new LabelRequirement("karpenter.k8s.aws/instance-family", "In", ["m7i"]), new("karpenter.k8s.aws/instance-size", "In", ["4xlarge"])),
            Limits = Map(("cpu", "100")), IsReady = true, ApiVersion = "karpenter.sh/v1", NodeClass = new Ref<NodeClass>("k8s-class"),
        },
        new NodeClass { Id = "k8s-class", Name = "default", Subnets = SoundAccount.NodeSubnets, AssociatePublicIp = (bool?)false, IsReady = true },
    ];

    public static StringMap Map(params (string Key, string Value)[] entries) => new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    public static Fact<Items<T>> Many<T>(params T[] items) => items.ToItems();

    public static Container Container(string name, string image, params VolumeMount[] mounts) => new(name, image, [8787], mounts.ToItems(), Map(), Map(), [], Map());

    public static Workload ServerOf(string id, string space, string name, string instance) => new()
    {
        Id = id, Name = name, Namespace = space, Kind = "Deployment", Replicas = 3, ReadyReplicas = 3, Selector = new LabelSelector(Map(("app.kubernetes.io/instance", instance)), []),
        PodLabels = Map(("app.kubernetes.io/name", "rstudio-workbench"), ("app.kubernetes.io/instance", instance)),
        Containers = Items.Create([Container("rstudio", "ghcr.io/rstudio/rstudio-workbench:2026.08.1", 
            new VolumeMount("home", "/home", null, false), new VolumeMount("home", "/var/lib/rstudio-server", "state", false), new VolumeMount("config", "/etc/rstudio", null, true))]),
        Volumes = Items.Create([new PodVolume("home", "persistentVolumeClaim", instance + "-home", null, null, null, []), new PodVolume("config", "configMap", null, null, null, null, [instance + "-config", instance + "-templates"])]),
        Placement = Anywhere, SpreadConstraints = Items.Create([new SpreadConstraint("topology.kubernetes.io/zone", 1, "DoNotSchedule", new(Map(("app.kubernetes.io/instance", instance)), []))]),
        AntiAffinity = Many<PodAntiAffinity>(), Labels = Map(("app.kubernetes.io/managed-by", "Helm"), ("helm.sh/chart", "rstudio-workbench-0.22.0")), Annotations = Map(("meta.helm.sh/release-name", instance)),
        CreatedAt = KubernetesWorld.Now.AddDays(-2),
    };

    public static ConfigMap Configured(string id, string space, string name, params ConfigurationFile[] others) => new()
    {
        Id = id, Name = name, Namespace = space, Keys = Many("rserver.conf", "launcher.conf", "launcher.kubernetes.conf", "vscode.conf", "jupyter.conf", "database.conf", "launcher.kubernetes.profiles.conf"), RStudioPlacement = (PodPlacement?)null, JupyterPlacement = (PodPlacement?)null,
        VsCodePlacement = (PodPlacement?)null, PositronPlacement = (PodPlacement?)null, JobTemplateVersion = (string?)null, TemplateProblems = Many<string>(),
        Files = new[]
        {
            File("rserver.conf", ("launcher-sessions-enabled", "1"), ("load-balancing-enabled", "1"), ("auth-openid", "1"), ("user-provisioning-enabled", "1")), new("launcher.conf", [new("cluster", Map(("name", "Kubernetes"), ("type", "Kubernetes")))]),
            File("launcher.kubernetes.conf", ("use-templating", "1")), File("vscode.conf", ("enabled", "1")), File("jupyter.conf", ("labs-enabled", "1")), File("database.conf", ("provider", "postgresql")),
            new("launcher.kubernetes.profiles.conf", [new("*", Map(("default-container-image", SoundAddons.SessionImage), ("max-cpus", "8"), ("max-mem-mb", "32768")))]),
        }.Concat(others).ToItems(),
    };

    public static ConfigMap TemplatesOf(string id, string space, string name) => new()
    {
        Id = id, Name = name, Namespace = space, Keys = Many("job.tpl", "service.tpl", "rstudio-library-templates-data.tpl"), Files = Many<ConfigurationFile>(), JobTemplateVersion = "2.5.0",
        RStudioPlacement = OnSessionNodes, JupyterPlacement = OnSessionNodes, VsCodePlacement = Anywhere, PositronPlacement = Anywhere, TemplateProblems = Many<string>(),
    };

    public static ConfigurationFile File(string name, params (string, string)[] values) => new(name, [new("", Map(values))]);

    public static KubeNode Node(string name, string? group) => new()
    {
        Id = "k8s-node-" + name, Name = name, ProviderId = $"aws:///us-east-1{Zone(name)}/i-{name}", KubeletVersion = new SemanticVersion(1, 33, 1, ""), IsReady = true, IsUnschedulable = false,
        Taints = group is null ? Many(SessionTaint) : Many<Taint>(),
        Allocatable = Map(("cpu", "15890m"), ("memory", "61952612Ki")),
        Labels = group is null ? Map(("karpenter.sh/nodepool", "sessions"), ("type", "karpenter"), ("node.kubernetes.io/instance-type", "m7i.4xlarge"), ("topology.kubernetes.io/zone", "us-east-1a"))
            : Map(("eks.amazonaws.com/nodegroup", group), ("topology.kubernetes.io/zone", "us-east-1" + Zone(name))),
    };

    public static Pod Pod(string node, string ip, string space = "posit", string instance = "wb") => new()
    {
        Id = $"k8s-{instance}-{node}", Name = $"{instance}-{node}", Namespace = space, Phase = "Running", IsReady = true, IsTerminating = false, Node = new Ref<KubeNode>("k8s-node-" + node), Ips = Many(ip),
        UsesHostNetwork = false, Branch = (BranchInterface?)null, Labels = Map(("app.kubernetes.io/name", "rstudio-workbench"), ("app.kubernetes.io/instance", instance)), IsSession = false, Ide = (Ide?)null,
        Placement = Anywhere, CreatedAt = KubernetesWorld.Now.AddHours(-1),
    };

    public static Pod Session(string id, Ide? ide, string node, string ip, PodPlacement placement, string space = "posit") => new()
    {
        Id = id, Name = id, Namespace = space, Phase = "Running", IsReady = true, IsTerminating = false, Node = new Ref<KubeNode>("k8s-node-" + node), Ips = Many(ip), UsesHostNetwork = false,
        Branch = (BranchInterface?)null, Labels = Map(("launcher-instance-id", "x")), IsSession = true, Containers = Many(Container("rs-launcher-container", SoundAddons.SessionImage)), Placement = placement, CreatedAt = KubernetesWorld.Now.AddHours(-1),
        Ide = ide is { } kind ? (Ide?)kind : new Fact<Ide?>(new Gap(KubernetesWorld.Cluster, "Pod", "ide", GapCause.Undecidable, "nothing tells", new(RemedyKind.Attestation, "x"))),
    };

    private static string Zone(string node) => node == "s" ? "a" : node;
}
