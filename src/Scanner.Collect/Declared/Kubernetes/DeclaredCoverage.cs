using Scanner.Model;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Notes of each kind that files may declare only some of its objects.</summary>
internal static class DeclaredCoverage
{
    public static void Partial(DeclaredSink sink, string scope, string source)
    {
        void Others<T>() where T : Resource => sink.Cover<T>(scope, source, ServerFacts.Others(scope, typeof(T).Name, source));
        sink.Cover<Cluster>(scope, source, null); // the files are about one
        Others<ConfigMap>();
        Others<CsiDriver>();
        Others<Gateway>();
        Others<HelmRelease>();
        Others<Ingress>();
        Others<IngressClass>();
        Others<KubeNode>();
        Others<KubeService>();
        Others<KubeVolume>();
        Others<NetworkPolicy>();
        Others<NodeClaim>();
        Others<NodeClass>();
        Others<NodeGroup>();
        Others<Pod>();
        Others<PodDisruptionBudget>();
        Others<ServiceAccount>();
        Others<StorageClass>();
        Others<TargetGroupBinding>();
        Others<VolumeClaim>();
        Others<WorkbenchSite>();
        Others<Workload>();
    }
}
