using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>What each collector makes of a complete object.</summary>
public sealed class CoreFactsTests(CoreScan scan) : IClassFixture<CoreScan>
{
    private Snapshot Snapshot => scan.Snapshot;

    [Fact]
    public void Nothing_is_missing() => Assert.Empty(Snapshot.Gaps);

    [Fact]
    public void Nothing_that_may_be_secret_is_kept() => Assert.DoesNotContain(CoreObjects.Canary, Snapshot.Text(), StringComparison.Ordinal);

    [Fact]
    public void Node()
    {
        var node = Of<KubeNode>("ip-10-0-1-20.ec2.internal");
        Assert.Equal(("KubeNode/nodegroup/sessions", "ip-10-0-1-20.ec2.internal", "sessions", "us-east-1a"), (node.Key, node.Name.Value, node.ManagedNodeGroup.Value, node.Zone.Value));
        Assert.Equal([new Taint("workload", "sessions", "NoSchedule")], node.Taints.Value);
        Assert.Equal("aws:///us-east-1a/i-08736224042c4ee75", node.ProviderId.Value);
        Assert.Equal(new SemanticVersion(1, 33, 1, ""), node.KubeletVersion.Value);
        Assert.Equal("cpu=3920m, memory=15076868Ki", node.Allocatable.Value.ToString());
        Assert.Equal((true, true), (node.IsReady.IsTrue, node.IsUnschedulable.IsTrue));
        Assert.Equal(["10.0.1.20"], node.InternalIps.Value);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 20, 2, 19, TimeSpan.Zero), node.CreatedAt.Value);
    }

    [Fact]
    public void Pod()
    {
        var pod = Of<Pod>("posit/rsw-5d8f9c-abcde");
        Assert.Equal(("Pod/posit/rsw", "posit", "Running", "ReplicaSet/rsw-5d8f9c"), (pod.Key, pod.Namespace.Value, pod.Phase.Value, pod.Owner.Value));
        Assert.Equal((true, true, true, false), (pod.IsReady.IsTrue, pod.IsTerminating.IsTrue, pod.UsesHostNetwork.IsTrue, pod.IsRunning.IsTrue));
        Assert.Equal($"{CoreCluster.Id}/KubeNode/ip-10-0-1-20.ec2.internal", pod.Node.Value!.Value.Id);
        Assert.Equal(["10.0.1.77"], pod.Ips.Value);
        Assert.Equal(new BranchInterface("eni-0a1", "10.0.1.77"), pod.Branch.Value);
        Assert.Equal("app=rsw, pod-template-hash=5d8f9c", pod.Labels.Value.ToString());
        Assert.Equal("checksum/config-session=1f", pod.Annotations.Value.ToString());
        Assert.Equal((true, null, 0), (pod.IsSession.IsFalse, pod.Ide.Value, pod.SessionTags.Value.Count));
        Assert.Equal("rstudio", pod.ServiceAccount.Value);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), pod.CreatedAt.Value);
    }

    [Fact]
    public void Session()
    {
        var session = Of<Pod>("posit/session-8c1a-x7k2p");
        Assert.Equal(("Pod/posit/session/RStudio", Ide.RStudio), (session.Key, session.Ide.Value));
        Assert.Equal((true, true, true), (session.IsSession.IsTrue, session.IsReady.IsFalse, session.IsTerminating.IsFalse));
        Assert.Equal(["rstudio-r-session"], session.SessionTags.Value);
        Assert.Equal(0, session.Annotations.Value.Count);
        Assert.Null(session.Node.Value);
    }

    [Fact]
    public void Pod_spec_is_read_alike_in_pods_and_templates()
    {
        var (pod, workload) = (Of<Pod>("posit/rsw-5d8f9c-abcde"), Of<Workload>("posit/Deployment/rsw"));
        Assert.Equal(pod.Containers.Value.ToString(), workload.Containers.Value.ToString());
        Assert.Equal(pod.Volumes.Value.ToString(), workload.Volumes.Value.ToString());
        Assert.Equal(pod.Placement.Value, workload.Placement.Value);
    }

    [Fact]
    public void Container()
    {
        var container = Assert.Single(Of<Workload>("posit/Deployment/rsw").Containers.Value);
        Assert.Equal(("rstudio", "rstudio/rstudio-workbench:2026.08.1"), (container.Name, container.Image));
        Assert.Equal([8787], container.Ports);
        Assert.Equal([new VolumeMount("home", "/home", "homes", true), new VolumeMount("config", "/mnt/configmap/rstudio", null, false)], container.Mounts);
        Assert.Equal(("cpu=500m", "memory=2Gi", "RSW_LOAD_BALANCING=true"), (container.Requests.ToString(), container.Limits.ToString(), container.Environment.ToString()));
        Assert.Equal(["RSW_LOAD_BALANCING", "RSW_LICENSE", "RSW_LAUNCHER", "DB_*"], container.EnvironmentNames);
    }

    [Fact]
    public void Volumes() => Assert.Equal(
        [
            new("home", "persistentVolumeClaim", "home-storage", null, null, null, []), new("nfs", "nfs", null, "fs-1.fsx", "/fsx", null, []),
            new("config", "configMap", null, null, null, null, ["rsw-config"]), new("all", "projected", null, null, null, null, ["rsw-session"], RenamesFiles: false, ShowsSecret: true),
            new("csi", "csi", null, null, null, "efs.csi.aws.com", []), new("tmp", "emptyDir", null, null, null, null, []), new("logs", "hostPath", null, null, "/var/log", null, []),
        ],
        Of<Workload>("posit/Deployment/rsw").Volumes.Value.Select(v => v with { Secrets = null, SecretFiles = null }));

    [Fact]
    public void Secrets_of_volumes() =>
        Assert.Equal("s", string.Join(", ", Of<Workload>("posit/Deployment/rsw").Volumes.Value.AsEnumerable().SelectMany(v => v.Secrets!.AsEnumerable().Concat(v.SecretFiles!.AsEnumerable()))));

    [Fact]
    public void Placement()
    {
        var workload = Of<Workload>("posit/Deployment/rsw");
        var placement = workload.Placement.Value;
        Assert.Equal([new Toleration("workload", "Equal", "sessions", "NoSchedule"), new Toleration(null, "Exists", null, null)], placement.Tolerations);
        Assert.Equal(("pool=servers", true), (placement.NodeSelector.ToString(), placement.PrefersNodes));
        Assert.Equal("cpu Gt [4]", placement.RequiredNodes.ToString());
        Assert.Equal("SpreadConstraint { TopologyKey = topology.kubernetes.io/zone, MaxSkew = 1, WhenUnsatisfiable = DoNotSchedule, Selector = app In [rsw] }", workload.SpreadConstraints.Value.ToString());
        Assert.Equal("PodAntiAffinity { TopologyKey = kubernetes.io/hostname, Selector = app=rsw }", workload.AntiAffinity.Value.ToString());
        Assert.True(workload.PrefersApart.IsTrue);
    }

    [Fact]
    public void Deployment()
    {
        var workload = Of<Workload>("posit/Deployment/rsw");
        Assert.Equal(("Workload/posit/Deployment/rsw", "rsw", "posit", "Deployment"), (workload.Key, workload.Name.Value, workload.Namespace.Value, workload.Kind.Value));
        Assert.Equal((3, 2, 1), (workload.Replicas.Value, workload.ReadyReplicas.Value, workload.AvailableReplicas.Value));
        Assert.Equal((CoreCluster.Id, "app=rsw", "app=rsw"), (workload.Cluster.Value.Id, workload.Selector.Value.ToString(), workload.PodLabels.Value.ToString()));
        Assert.Equal(("app.kubernetes.io/managed-by=Helm", "rsw"), (workload.Labels.Value.ToString(), workload.Release.Value));
        Assert.Equal(("init", "rstudio", true), (Assert.Single(workload.InitContainers.Value).Name, workload.ServiceAccount.Value, workload.UsesHostNetwork.IsTrue));
        Assert.Equal(2026, workload.CreatedAt.Value.Year);
    }

    [Theory]
    [InlineData("StatefulSet/postgres", 1, 0, 0)]
    [InlineData("DaemonSet/node", 4, 3, 2)]
    [InlineData("Job/backup", 1, 1, 1)]
    public void Other_workloads(string name, int wanted, int ready, int available)
    {
        var workload = Of<Workload>($"posit/{name}");
        Assert.Equal((wanted, ready, available), (workload.Replicas.Value, workload.ReadyReplicas.Value, workload.AvailableReplicas.Value));
        Assert.Equal((name.Split('/')[0], null), (workload.Kind.Value, workload.ServiceAccount.Value));
    }

    [Fact]
    public void Service()
    {
        var service = Of<KubeService>("posit/rsw");
        Assert.Equal(("KubeService/posit/rsw", "LoadBalancer", "app=rsw", "ClientIP", "Cluster"),
            (service.Key, service.Type.Value, service.Selector.Value.ToString(), service.SessionAffinity.Value, service.ExternalTrafficPolicy.Value));
        Assert.Equal([new ServicePort(80, "8787", 31000), new ServicePort(9108, "metrics", null), new ServicePort(22, "22", null)], service.Ports.Value);
        Assert.Equal(["a1.elb.us-east-1.amazonaws.com"], service.Hostnames.Value);
        Assert.Equal("external", service.Annotations.Value["service.beta.kubernetes.io/aws-load-balancer-type"]);
    }

    [Fact]
    public void Helm_release()
    {
        var release = Of<HelmRelease>("posit/rsw");
        Assert.Equal(("rsw", "posit", "rstudio-workbench", "0.22.0", "2026.08.1"),
            (release.Name.Value, release.Namespace.Value, release.Chart.Value, release.ChartVersion.Value, release.AppVersion.Value));
    }

    [Fact]
    public void Storage()
    {
        var claim = Of<VolumeClaim>("posit/home-storage");
        Assert.Equal(("ReadWriteMany", "fsx", "Bound", "100Gi"), (claim.AccessModes.Value.ToString(), claim.StorageClass.Value, claim.Phase.Value, claim.Request.Value));
        Assert.Equal(($"{CoreCluster.Id}/KubeVolume/pv-1", "fsx.openzfs.csi.aws.com"), (claim.Volume.Value!.Value.Id, claim.Provisioner.Value));
        var volume = Of<KubeVolume>("pv-1");
        Assert.Equal(("fsx.openzfs.csi.aws.com", "fsvol-1", null, null), (volume.Driver.Value, volume.Handle.Value, volume.Server.Value, volume.Path.Value));
        Assert.Equal("DNSName=fs-1.fsx.us-east-1.amazonaws.com, ResourceType=volume", volume.Attributes.Value.ToString());
        Assert.Equal(("fsx", "Retain", "100Gi", "fsx.openzfs.csi.aws.com"), (volume.StorageClass.Value, volume.ReclaimPolicy.Value, volume.Capacity.Value, volume.ProvisionedBy.Value));
        var nfs = Of<KubeVolume>("pv-2");
        Assert.Equal((null, null, "fs-1.fsx", "/fsx", null), (nfs.Driver.Value, nfs.Handle.Value, nfs.Server.Value, nfs.Path.Value, nfs.ProvisionedBy.Value));
        var made = Of<StorageClass>("fsx");
        Assert.Equal(("fsx.openzfs.csi.aws.com", "ResourceType=volume", true), (made.Provisioner.Value, made.Parameters.Value.ToString(), made.IsDefault.IsTrue));
        Assert.True(Of<CsiDriver>("fsx.openzfs.csi.aws.com").AttachRequired.IsFalse);
    }

    [Fact]
    public void Service_account() => Assert.Equal("arn:aws:iam::123456789012:role/rsw", Of<ServiceAccount>("posit/rstudio").RoleArn.Value);

    private T Of<T>(string name) where T : Resource => Snapshot.Of<T>($"{CoreCluster.Id}/{typeof(T).Name}/{name}");
}
