using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

public sealed class ManifestFormatTests
{
    private const string Folder = "eks-manifests";
    private const string Server = "Workload/posit/Deployment/workbench";

    private static readonly ManifestFormat s_format = new();

    [Fact]
    public async Task Collectors_of_live_clusters_read_what_files_declare()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Folder);
        var server = files.Find<Workload>("posit/Deployment/workbench");
        Assert.Equal((1, "core"), (server.Replicas.Value, server.PodLabels.Value["tier"]));
        Assert.Equal("rstudio-workbench", server.PodLabels.Value["app.kubernetes.io/name"]);
        Assert.Equal("2", server.Containers.Value[0].Requests["cpu"]);
        Assert.Equal(Plane.Declared, Assert.IsType<Evidence>(server.Replicas.Source).Plane);
        Assert.Equal("efs.csi.aws.com", files.Find<KubeVolume>("homes").Driver.Value);
        Assert.Equal("Retain", files.Find<KubeVolume>("homes").ReclaimPolicy.Value);
        Assert.Equal(["ReadWriteOnce"], files.Find<VolumeClaim>("posit/homes").AccessModes.Value.AsEnumerable());
        Assert.Equal("workload=interactive:NoSchedule", files.Find<NodeGroup>("nodepools/sessions").Taints.Value[0].ToString());
        Assert.Equal("efs.csi.aws.com", files.Find<StorageClass>("efs-homes").Provisioner.Value);
        Assert.True(files.Find<CsiDriver>("efs.csi.aws.com").AttachRequired.IsFalse);
        Assert.Equal("ClusterIP", files.Find<KubeService>("posit/workbench").Type.Value);
    }

    [Fact]
    public async Task Properties_have_the_lines_that_say_them()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Folder);
        Assert.Equal($"{Folder}/workbench.yaml:7:13", files.At(Server, null));
        Assert.Equal($"{Folder}/workbench.yaml:13:17", files.At(Server, "replicas"));
        Assert.Equal($"{Folder}/workbench.yaml:33:22", files.At(Server, "containers[rstudio]"));
        Assert.Equal($"{Folder}/workbench.yaml:25:11", files.At(Server, "spreadConstraints"));
        Assert.Equal($"{Folder}/workbench.yaml:49:21", files.At(Server, "volumes[homes]"));
        Assert.Equal($"{Folder}/workbench.yaml:61:22", files.At(Server, "files[launcher.conf]"));
        Assert.Equal($"{Folder}/workbench.yaml:61:22", files.At("ConfigMap/posit/workbench-config", "files[launcher.conf]"));
        Assert.Equal($"{Folder}/workbench.yaml:85:60", files.At("Ingress/ingresses.networking.k8s.io/posit/workbench", "annotations[alb.ingress.kubernetes.io/target-group-attributes]"));
        Assert.Equal($"{Folder}/karpenter.json:11:9", files.At("NodeGroup/nodepools/sessions", "taints"));
        Assert.Equal($"{Folder}/storage.yaml:40:3", files.At("VolumeClaim/posit/homes", "accessModes"));
    }

    [Fact]
    public async Task What_only_a_cluster_can_say_is_hidden()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Folder);
        var (server, claim) = (files.Find<Workload>("posit/Deployment/workbench"), files.Find<VolumeClaim>("posit/homes"));
        Gap?[] gaps = [server.ReadyReplicas.Gap, server.AvailableReplicas.Gap, server.CreatedAt.Gap, claim.Phase.Gap, claim.Provisioner.Gap, files.Find<KubeVolume>("homes").CreatedAt.Gap,
            files.Find<Ingress>("ingresses.networking.k8s.io/posit/workbench").Hostnames.Gap, files.Find<NodeGroup>("nodepools/sessions").IsReady.Gap, files.Find<NodeClass>("ec2nodeclasses/sessions").Subnets.Gap];
        Assert.All(gaps, gap => Assert.Equal((GapCause.Hidden, true), (gap!.Cause, gap.Remedy.What.Contains("--kube-context", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Status_of_an_exported_object_counts_for_nothing()
    {
        var files = await GivenFiles.ReadText(s_format, Deployment("replicas: 3") + "\nstatus: {readyReplicas: 3, availableReplicas: 3}");
        Assert.Equal(GapCause.Hidden, files.Find<Workload>("default/Deployment/a").ReadyReplicas.Gap!.Cause);
    }

    [Fact]
    public async Task Every_kind_may_have_objects_that_no_file_declares()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Folder);
        var kinds = files.Snapshot.Coverage.Where(c => c.Gap is null).Select(c => c.Kind);
        Assert.Equal([nameof(Cluster), nameof(HorizontalPodAutoscaler)], kinds);
        Assert.All(files.Snapshot.Coverage.Where(c => c.Gap is not null), c => Assert.Equal(GapCause.NotAsked, c.Gap!.Cause));
        Assert.Equal(23, files.Snapshot.Coverage.Count);
    }

    [Theory]
    [InlineData("replicas: 3", true)]
    [InlineData("paused: false", false)]
    [InlineData("replicas: null", false)]
    public async Task Only_who_states_replicas_leaves_them_to_no_autoscaler(string spec, bool isNone)
    {
        var files = await GivenFiles.ReadText(s_format, Deployment(spec));
        Assert.Equal(isNone, files.Snapshot.Coverage.Single(c => c.Kind == nameof(HorizontalPodAutoscaler)).Gap is null);
    }

    [Fact]
    public async Task Cluster_is_the_one_that_the_scope_names()
    {
        var files = await GivenFiles.Read(s_format, GivenFiles.Scope, Folder);
        Assert.Equal(GivenFiles.Scope.Cluster, files.Graph.Find<Cluster>("k8s://declared/eks")!.Key);
        var named = await GivenFiles.Read(s_format, GivenFiles.Scope with { Cluster = "prod" }, Folder);
        Assert.Equal(("declared/eks", "prod"), (named.Graph.Find<Cluster>("k8s://declared/eks")!.Key, named.Graph.Find<Cluster>("k8s://declared/eks")!.Name.Value));
    }

    [Theory]
    [InlineData("replicas: ${REPLICAS}")]
    [InlineData("replicas: '{{ .Values.replicas }}'")]
    [InlineData("replicas: !env REPLICAS")]
    [InlineData("replicas: many")]
    public async Task What_is_filled_in_later_is_unknown(string spec)
    {
        var files = await GivenFiles.ReadText(s_format, Deployment(spec));
        Assert.Equal("x.yaml:5:13 says no usable spec.replicas", files.Find<Workload>("default/Deployment/a").Replicas.Gap!.Detail);
    }

    [Fact]
    public async Task Switch_that_is_filled_in_later_is_not_off()
    {
        var files = await GivenFiles.ReadText(s_format, "apiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: {name: d}\nspec: {attachRequired: '{{ x }}'}");
        Assert.True(files.Find<CsiDriver>("d").AttachRequired.IsUnknown);
    }

    [Fact]
    public async Task Typed_list_gives_its_items_their_type_and_the_namespace_is_that_of_the_scope()
    {
        var files = await GivenFiles.ReadText(s_format, "apiVersion: v1\nkind: ServiceAccountList\nitems:\n- metadata: {name: a, annotations: {eks.amazonaws.com/role-arn: 'arn:aws:iam::111122223333:role/w'}}",
            GivenFiles.Scope with { Namespace = "posit" });
        Assert.Equal("arn:aws:iam::111122223333:role/w", files.Find<ServiceAccount>("posit/a").RoleArn.Value);
        Assert.Equal("x.yaml:4:65", files.At("ServiceAccount/posit/a", "roleArn"));
    }

    [Fact]
    public async Task Later_object_of_a_name_counts_and_what_nothing_is_read_of_is_listed()
    {
        var files = await GivenFiles.ReadText(s_format, $"{Deployment("replicas: 1")}\n---\n{Deployment("replicas: 3")}\n---\napiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\n"
            + "---\napiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: i}\n---\napiVersion: v1\nkind: Pod\nmetadata: {generateName: p-}");
        Assert.Equal(3, files.Find<Workload>("default/Deployment/a").Replicas.Value);
        Assert.Equal(4, files.Unknown.Count);
        Assert.Contains(files.Unknown, u => u.EndsWith("extensions/v1beta1 Ingress i, which nothing is read of", StringComparison.Ordinal));
    }

    /// <summary>What stands in a Secret is never kept; that a file of it overrides a config map's, its name tells.</summary>
    [Theory]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {b.conf: c2VjcmV0}, stringData: {a.conf: secret}}", "s: a.conf, b.conf")]
    [InlineData("{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: s}, spec: {encryptedData: {a.conf: secret}, template: {data: {c.pub: secret}}}}", "s: a.conf, c.pub")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: other}, stringData: {a.conf: secret}}", null)]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: 7}", null)]
    public async Task Names_of_what_a_Secret_holds_stand_by_the_workloads_of_its_namespace(string secret, string? expected)
    {
        var files = await GivenFiles.ReadText(s_format, $"{Deployment("replicas: 1")}\n---\n{secret}");

        var told = files.Find<Workload>("default/Deployment/a").SecretFiles;
        Assert.Equal(expected, told.IsKnown ? string.Join("; ", told.Value.Select(s => $"{s.Secret}: {s.Files}")) : null);
    }

    [Theory]
    [InlineData("secret: {secretName: s}", "s", "")]
    [InlineData("secret: {secretName: s, items: [{key: k, path: rstudio/a.conf}]}", "", "rstudio/a.conf")]
    [InlineData("projected: {sources: [{secret: {name: s}}, {secret: {name: t, items: [{key: k, path: a.conf}]}}]}", "s", "a.conf")]
    [InlineData("configMap: {name: c}", "", "")]
    public async Task Volume_tells_which_files_it_shows_of_Secrets(string source, string secrets, string files)
    {
        var workload = $"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: a}}, spec: {{template: {{spec: {{containers: [{{name: c, image: i}}], volumes: [{{name: v, {source}}}]}}}}}}}}";
        var volume = (await GivenFiles.ReadText(s_format, workload)).Find<Workload>("default/Deployment/a").Volumes.Value[0];
        Assert.Equal((secrets, files), (volume.Secrets!.ToString(), volume.SecretFiles!.ToString()));
    }

    [Fact]
    public async Task Block_may_begin_with_a_line_of_spaces_as_charts_render_it()
    {
        var files = await GivenFiles.ReadText(s_format, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  launcher.conf: |\n  \n    [cluster]\n    type=Local\n   \r\n  \n");
        Assert.Equal("Local", files.Find<ConfigMap>("default/c").Files.Value[0].Sections[0].Values["type"]);
        Assert.Equal("x.yaml:5:18", files.At("ConfigMap/default/c", "files[launcher.conf]"));
    }

    [Fact]
    public async Task Port_on_nodes_that_the_cluster_chooses_is_unknown()
    {
        var files = await GivenFiles.ReadText(s_format, "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {type: NodePort, ports: [{port: 80}]}");
        Assert.False(files.Find<KubeService>("default/s").Ports.IsKnown);
        Assert.Equal("None", files.Find<KubeService>("default/s").SessionAffinity.Value);
    }

    [Fact]
    public void Only_objects_are_recognized()
    {
        Assert.True(s_format.Recognizes(new(GivenFiles.Folder(Folder), Folder)));
        Assert.True(s_format.Recognizes(new(Path.Combine(GivenFiles.Folder(Folder), "karpenter.json"), "k")));
        Assert.False(s_format.Recognizes(new(Repository.Path("global.json"), "g")));
        Assert.False(s_format.Recognizes(new(Repository.Path("README.md"), "r")));
    }

    internal static string Deployment(string spec) => $"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {Open}name: a{Close}
        spec:
          {spec}
          selector: {Open}matchLabels: {Open}a: b{Close}{Close}
          template: {Open}metadata: {Open}labels: {Open}a: b{Close}{Close}, spec: {Open}containers: [{Open}name: c, image: i{Close}]{Close}{Close}
        """;

    private const string Open = "{";
    private const string Close = "}";

    [Fact]
    public async Task Kind_that_is_misspelt_is_no_other_and_listed_with_the_one_that_was_meant()
    {
        var files = await GivenFiles.ReadText(new ManifestFormat(), "apiVersion: karpenter.sh/v1\nkind: Nodepool\nmetadata: {name: a}\n---\napiVersion: foo/v1\nkind: Bar\nmetadata: {name: b}\n");
        Assert.Equal(["x.yaml:3:18: karpenter.sh/v1 Nodepool a, which nothing is read of; did you mean 'NodePool'?", "x.yaml:7:18: foo/v1 Bar b, which nothing is read of"], files.Unknown);
        Assert.DoesNotContain(files.Snapshot.Observations, o => o.Kind == nameof(NodeGroup));
    }

    [Fact]
    public void Every_type_that_is_read_has_a_kind()
    {
        var kinds = DeclaredTypes.Kinds.Select(k => new DeclaredObject(DeclaredValue.Map(("apiVersion", DeclaredValue.Text("v1")), ("kind", DeclaredValue.Text(k)))).Plural).ToHashSet();
        var types = Scanner.Collect.Kubernetes.KubernetesCollectors.All.SelectMany(c => c.Resources).Select(r => r.Plural).Except(["nodes", "nodeclaims", "pods"]).Distinct().ToList();
        Assert.Empty(types.Except(kinds));
    }
}
