using Scanner.Model;
using Scanner.Model.Findings;
using ModelDetection = Scanner.Model.Findings.Detection;

namespace Scanner.Check.Detection;

/// <summary>Finds the architecture of a Kubernetes cluster: Workbench's server runs in it, and it is one of EKS or not.</summary>
internal static class KubernetesDetector
{
    private const string Cluster = "Kubernetes cluster";

    public static ModelDetection Detect(Model.Environment environment)
    {
        var hosts = environment.Installations.Any();
        if (hosts.IsFalse) return WithoutServer(environment);
        if (hosts.IsUnknown) return new([], Confidence.Low, [Cluster], Undecided(environment, "hosts Workbench", hosts.Gap));
        var isEks = IsEks(environment);
        return isEks.IsUnknown
            ? new([], Confidence.Low, [Cluster, Workbench(environment)], Undecided(environment, "is an EKS cluster", isEks.Gap))
            : new([isEks.IsTrue ? "aws-eks" : "kubernetes"], Confidence.Certain, [isEks.IsTrue ? "EKS cluster" : Cluster, Workbench(environment), .. Confirming(environment)], null);
    }

    /// <summary>Sessions or configuration without a server: it runs elsewhere, or its image has a name of its own.</summary>
    private static ModelDetection WithoutServer(Model.Environment environment)
    {
        var signs = environment.Of<Pod>().Any(pod => pod.IsSession) || environment.Of<WorkbenchSite>().Any()
            || environment.Of<ConfigMap>().Any(map => map.Keys.Is(keys => !keys.IsEmpty));
        if (signs.IsFalse) return new([], Confidence.Certain, [$"{Cluster} without a workload of Workbench's server"], null);
        var unseen = signs.IsUnknown ? signs.Gap : new Gap(environment.Cluster.Scope, nameof(Workload), "workbenchImages", GapCause.Undecidable,
            "there are sessions or configuration of Workbench, and no workload with its server's image or labels", new(RemedyKind.Parameter, "workbenchImages"));
        return new([], Confidence.Low, [Cluster], Undecided(environment, "hosts Workbench", unseen));
    }

    /// <summary>EKS Anywhere has Amazon's build of Kubernetes too, and runs elsewhere.</summary>
    private static Truth IsEks(Model.Environment environment) => environment.Cluster.IsEksBuild
        && (environment.Of<KubeNode>().Any(node => node.ProviderId.Is(id => id is not null && id.StartsWith("aws://", StringComparison.Ordinal)))
            || (!environment.Of<KubeNode>().Any() && (environment.EksCluster().Is(_ => Truth.Of(true, Evidence.Derived)) || Truth.Unknown(Nodeless(environment)))));

    private static Gap Nodeless(Model.Environment environment) => new(environment.Cluster.Scope, nameof(KubeNode), "architecture", GapCause.Undecidable,
        $"{environment.Label} has no nodes that tell where it runs", new(RemedyKind.Parameter, "architecture"));

    private static string Workbench(Model.Environment environment) =>
        $"workload {string.Join(", ", environment.Installations.Members.Where(m => m.Doubt is null).Select(m => m.Item.Label))}";

    /// <summary>Weak signs, for the reader.</summary>
    private static IEnumerable<string> Confirming(Model.Environment environment) => new Signal[]
    {
        new("Karpenter node pools", environment.KarpenterPools().Any()),
        new("an ingress of the AWS Load Balancer Controller", environment.Of<Ingress>().Any(i => i.ClassName == "alb")),
        new("a volume on FSx for OpenZFS", environment.Of<KubeVolume>().Any(v => v.Driver == "fsx.openzfs.csi.aws.com")),
    }.Where(s => s.Seen.IsTrue).Select(s => s.Text);

    private static Gap Undecided(Model.Environment environment, string what, Gap unseen) => new(environment.Cluster.Scope, nameof(Model.Cluster), "architecture", GapCause.Undecidable,
        $"whether {environment.Label} {what} cannot be told ({unseen})", unseen.MakesIncomplete ? unseen.Remedy : new(RemedyKind.Parameter, "architecture"));
}
