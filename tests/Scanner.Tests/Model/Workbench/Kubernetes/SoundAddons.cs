using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>What a sound cluster has installed besides Workbench and Karpenter.</summary>
internal static class SoundAddons
{
    public const string Driver = "fsx.openzfs.csi.aws.com", SessionImage = "ghcr.io/rstudio/workbench-session:R4.5.1";

    public static IEnumerable<Resource> Objects =>
    [
        Addon("Deployment", "aws-load-balancer-controller", "public.ecr.aws/eks/aws-load-balancer-controller:v2.13.4", Anywhere),
        Addon("Deployment", "external-dns", "registry.k8s.io/external-dns/external-dns:v0.18.0", Anywhere),
        Addon("DaemonSet", "fsx-openzfs-csi-node", "public.ecr.aws/fsx-csi-driver/aws-fsx-openzfs-csi-driver:v1.1.0", new([new(null, "Exists", null, null)], Map(), [], false)),
        new CsiDriver { Id = "k8s-driver", Name = Driver, AttachRequired = false },
        new IngressClass { Id = "k8s-class-alb", Name = "alb", Controller = "ingress.k8s.aws/alb", IsDefault = false },
        new HelmRelease { Id = "k8s-release", Name = "wb", Namespace = "posit", Chart = "rstudio-workbench", ChartVersion = "0.22.0", AppVersion = "2026.08.1" },
    ];

    private static Workload Addon(string kind, string name, string image, PodPlacement placement) => new()
    {
        Id = "k8s-" + name, Name = name, Namespace = "kube-system", Kind = kind, Replicas = 4, ReadyReplicas = 4, Selector = new LabelSelector(Map(("app.kubernetes.io/name", name)), []),
        PodLabels = Map(("app.kubernetes.io/name", name)), Containers = Items.Create([Container(name, image)]), Volumes = Many<PodVolume>(), Placement = placement,
    };
}
