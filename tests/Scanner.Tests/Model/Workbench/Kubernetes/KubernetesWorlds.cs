using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>Worlds with something wrong or unclear, and the rules that say so.</summary>
internal static class KubernetesWorlds
{
    public static readonly IReadOnlyDictionary<string, (Func<KubernetesWorld> Make, string[] Fails)> All = new SortedDictionary<string, (Func<KubernetesWorld>, string[])>(StringComparer.Ordinal)
    {
        ["sound"] = (KubernetesWorld.Sound, []),
        ["old"] = (() => KubernetesWorld.Sound().Set("k8s-node-a", "kubeletVersion", new SemanticVersion(1, 29, 9, "")), ["EKS-002"]),
        ["not sticky"] = (() => KubernetesWorld.Sound().Set("tg-1", "isStickinessEnabled", false), ["EKS-012"]),
        ["node ports"] = (NodePorts, ["EKS-012"]),
        ["without a load balancer"] = (() => KubernetesWorld.Sound().Without(SoundAccount.Balancer), ["EKS-008"]),
        ["without targets"] = (() => KubernetesWorld.Sound().Set("tg-1", "targets", Items.Create<Target>([])), ["EKS-011"]),
        ["one replica"] = (() => KubernetesWorld.Sound().Set(Server, "replicas", 1).Without("k8s-wb-b", "k8s-wb-c").Set("tg-1", "targets", Items.Create([new Target("10.0.1.11", 8787, "healthy", null)])), ["EKS-020", "EKS-021"]),
        ["nfs by address on efs"] = (NfsOnEfs, ["EKS-025", "EKS-026", "EKS-027"]),
        ["home on a disk"] = (() => KubernetesWorld.Sound().Set(Volume, "driver", "ebs.csi.aws.com").Set(Volume, "handle", "vol-1").Set(Volume, "accessModes", Items.Create(["ReadWriteOnce"])), ["EKS-015", "EKS-025", "EKS-027", "K8S-003", "K8S-006"]),
        ["vs code on session nodes"] = (() => KubernetesWorld.Sound().Set(VsCode, "node", new Ref<KubeNode>("k8s-node-s")).Set(Templates, "vsCodePlacement", OnSessionNodes), ["EKS-039"]),
        ["template that does not tell"] = (() => KubernetesWorld.Sound().Hide(Templates, "rStudioPlacement", GapCause.Undecidable).Hide(Templates, "jupyterPlacement", GapCause.Undecidable), []),
        ["pool without taint"] = (() => KubernetesWorld.Sound().Set(Pool, "taints", Items.Create<Taint>([])).Set("k8s-node-s", "taints", Items.Create<Taint>([])), ["EKS-035"]),
        ["pool without label"] = (() => KubernetesWorld.Sound().Set(Pool, "labels", Map()), ["EKS-007", "EKS-038"]),
        ["denied by policy"] = (() => KubernetesWorld.Sound().With(Policy("k8s-deny")), ["GEN-011"]),
        ["admitted by another policy"] = (() => KubernetesWorld.Sound().With(Policy("k8s-deny"), Policy("k8s-allow", new NetworkPolicyRule([new("10.0.9.0/24", [], null, null)], [new("TCP", "5432", null)]))), []),
        ["closed by group"] = (() => KubernetesWorld.Sound().Set("sg-db", "ingress", Items.Create<SecurityGroupRule>([])), ["GEN-011"]),
        ["two installations"] = (() => KubernetesWorld.Sound().With(Second), ["EKS-014", "EKS-020", "EKS-021"]),
        ["autoscaled"] = (() => KubernetesWorld.Sound().Set(Server, "replicas", 3).With(new HorizontalPodAutoscaler { Id = "k8s-hpa", Name = "wb", Namespace = "posit", TargetKind = "Deployment", TargetName = "rstudio-workbench", MinReplicas = 1, MaxReplicas = 5 }), ["EKS-020"]),
        ["empty managed group"] = (() => KubernetesWorld.Sound().Without("k8s-node-a", "k8s-node-b", "k8s-node-c", "k8s-wb-a", "k8s-wb-b", "k8s-wb-c", VsCode), ["EKS-020", "EKS-021", "K8S-001"]),
    };

    public static NetworkPolicy Policy(string id, params NetworkPolicyRule[] egress) => new()
    {
        Id = id, Name = id, Namespace = "posit", Pods = new LabelSelector(Map(), []), Types = Many("Egress"), Ingress = Many<NetworkPolicyRule>(), Egress = Many(egress),
    };

    public static IEnumerable<Resource> Second =>
    [
        ServerOf("k8s-other", "other", "rstudio-workbench", "other"), Configured("k8s-other-config", "other", "other-config"), TemplatesOf("k8s-other-templates", "other", "other-templates"),
        new VolumeClaim { Id = "k8s-other-home", Name = "other-home", Namespace = "other", AccessModes = Many("ReadWriteMany"), Volume = new Ref<KubeVolume>(Volume), Phase = "Bound" },
    ];

    private static KubernetesWorld NodePorts() => KubernetesWorld.Sound().Without("k8s-binding")
        .Set("k8s-service", "ports", Items.Create([new ServicePort(80, "http", 30080)])).Set("tg-1", "targetType", "instance")
        .Set("tg-1", "targets", Items.Create([new Target("i-a", 30080, "healthy", null), new("i-b", 30080, "healthy", null)]));

    private static KubernetesWorld NfsOnEfs() => KubernetesWorld.Sound()
        .With(SoundAccount.FileSystem("fs-aaaaaaaa", FileSystemType.Efs, "eni-efs"), SoundAccount.Card("eni-efs", "subnet-a", "sg-node", null, ["10.0.1.99"]))
        .Set(Volume, "driver", null).Set(Volume, "handle", null).Set(Volume, "server", "10.0.1.99");
}
