using System.Collections.Concurrent;
using System.Text.Json;

namespace Scanner.Tests.Cli;

/// <summary>Bad changes of the documented architectures, laid over a scan of a good deployment: what nobody has seen is never passed.</summary>
/// <remarks>Each takes a text out of a file and puts another in its place; a rule that passed without the change fails there, or says that it cannot know.</remarks>
public sealed class ChangedArchitecturesTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Dictionary<string, string>>>> s_unchanged = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("eks", "manifests/sessions.yaml", "associatePublicIPAddress: false", "associatePublicIPAddress: true", "EKS-016 fail")]
    [InlineData("eks", "manifests/sessions.yaml", "subnetSelectorTerms:\n    - tags:\n        karpenter.sh/discovery: pwb-eks", "subnetSelectorTerms:\n    - id: subnet-0ab1000000000000a", "EKS-016 fail, EKS-003 fail")]
    [InlineData("eks", "manifests/sessions.yaml", "subnetSelectorTerms:\n    - tags:\n        karpenter.sh/discovery: pwb-eks", "subnetSelectorTerms:\n    - id: subnet-0ffffffffffffffff", "EKS-016 unknown, EKS-003 unknown")]
    [InlineData("eks", "manifests/sessions.yaml", "[m6i.2xlarge, m6i.4xlarge, m7i.2xlarge, m7i.4xlarge]", "[m6i.large]", "EKS-031 fail, EKS-032 fail, EKS-035 unknown")]
    [InlineData("eks", "manifests/sessions.yaml", "effect: NoSchedule", "effect: PreferNoSchedule", "EKS-035 fail")]
    [InlineData("eks", "manifests/volumes.yaml", "  csi:\n    driver: fsx.openzfs.csi.aws.com\n    volumeHandle: fsvol-0f500000000000003", "  hostPath:\n    path: /data\n  spare:\n    volumeHandle: fsvol-0f500000000000003", "K8S-006 fail")]
    [InlineData("eks", "values.yaml", "storageClassName: openzfs-static\n  volumeName: pwb-home", "storageClassName: efs-sc", "EKS-026 unknown, EKS-029 unknown")]
    [InlineData("eks", "values.yaml", "topologySpreadConstraints:", "unread:", "EKS-021 unknown")]
    [InlineData("eks", "values.yaml", "scheme: internet-facing", "scheme: internal", "EKS-013 unknown")]
    [InlineData("eks", "values.yaml", "ingressClassName: alb", "ingressClassName: nginx", "EKS-008 unknown")]
    [InlineData("eks", "values.yaml", "replicas: 3", "replicas: 1", "EKS-020 fail")]
    [InlineData("eks", "values.yaml", "load-balancing-enabled: 1", "load-balancing-enabled: 0", "GEN-018 fail")]
    [InlineData("eks", "values.yaml", "config:\n", "config:\n  secret:\n    database.conf:\n      provider: sqlite\n", "GEN-009 unknown, GEN-011 unknown, EKS-022 unknown")]
    [InlineData("eks", "values.yaml", "replicas: 3", "replicas: 3\nxdgConfigDirs: /opt/none", "GEN-009 unknown, GEN-018 unknown, EKS-042 unknown, K8S-002 unknown")]
    [InlineData("eks", "values.yaml", "replicas: 3", "replicas: 3\nextraObjects:\n  - |\n    kind: HorizontalPodAutoscaler\n    metadata:\n      name: '{{ .Release.Name }}'", "EKS-020 unknown")]
    [InlineData("eks", "values.yaml", "replicas: 3", "replicas: 3\nextraObjects:\n  - |\n    apiVersion: autoscaling/v2\n    kind: HorizontalPodAutoscaler\n    metadata:\n      name: wb\n    spec:\n      minReplicas: 1\n      maxReplicas: 2\n      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: rstudio-workbench}", "EKS-020 fail")]
    [InlineData("eks", "values.yaml", "    jupyter.conf:", "    profiles:\n      \"*\":\n        session-timeout-minutes: 0\n    jupyter.conf:", "EKS-042 fail")]
    [InlineData("eks", "manifests/sessions.yaml", "# Where sessions run", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: wb, namespace: argocd}\nspec: {destination: {namespace: posit}, source: {chart: rstudio-workbench, targetRevision: 0.22.0, helm: {releaseName: rstudio-workbench, valuesObject: {replicas: 1}}}}\n---\n# Where sessions run", "EKS-020 unknown")]
    [InlineData("eks", "manifests/sessions.yaml", "      requirements:\n", "      requirements:\n        - key: topology.kubernetes.io/zone\n          operator: In\n          values: [us-east-1a]\n", "EKS-003 fail")]
    [InlineData("eks", "manifests/volumes.yaml", "spec:\n  capacity:\n    storage: 2000Gi", "spec:\n  claimRef: {namespace: other, name: theirs}\n  capacity:\n    storage: 2000Gi", "EKS-015 unknown")]
    [InlineData("eks", "manifests/volumes.yaml", "fsx.openzfs.csi.aws.com", "efs.csi.aws.com", "EKS-026 fail")]
    [InlineData("eks", "state.json", "\"version\": \"1.33\"", "\"version\": \"1.29\"", "EKS-002 fail")]
    [InlineData("parallelcluster", "cluster-config.yaml", "StorageType: FsxLustre\n    FsxLustreSettings:\n      FileSystemId: fs-0123456789abcdef0", "StorageType: Efs", "PCL-022 fail, PCL-023 fail")]
    [InlineData("parallelcluster", "cluster-config.yaml", "LoginNodes:", "Unread:", "GEN-001 unknown, PCL-002 fail, PCL-008 fail, PCL-009 fail, PCL-014 fail")]
    [InlineData("parallelcluster", "state.json", "\"port\": 8787", "\"port\": 22", "PCL-008 unknown, PCL-016 unknown")]
    [InlineData("eks", "values.yaml", "www-port: 8787", "www-port: 9999", "EKS-011 unknown")]
    [InlineData("eks", "values.yaml", "replicas: 3", "replicas: 3\nservice:\n  targetPort: 9999", "EKS-011 unknown")]
    [InlineData("eks", "manifests/sessions.yaml", "apiVersion: karpenter.sh/v1\nkind: NodePool", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: posit}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n---\napiVersion: karpenter.sh/v1\nkind: NodePool", "EKS-011 unknown")]
    [InlineData("parallelcluster", "state.json", "\"from_port\": 8787,\n        \"to_port\": 8787", "\"from_port\": 8788,\n        \"to_port\": 8788", "PCL-016 unknown")]
    [InlineData("parallelcluster", "state.json", "\"path\": \"/health-check\"", "\"path\": \"/\"", "PCL-016 unknown, PCL-017 fail")]
    [InlineData("parallelcluster", "state.json", "\"db_subnet_group_name\": \"pwb\"", "\"db_subnet_group_name\": \"of-others\"", "GEN-011 unknown")]
    [InlineData("parallelcluster", "cluster-config.yaml", "CustomAmi: ami-0d1c2b3a4f5e60718", "CustomAmi: ami-0123456789abcdeff", "GEN-003 unknown, GEN-006 unknown, PCL-005 unknown, PCL-006 unknown, PCL-016 unknown, SLM-002 unknown")]
    [InlineData("parallelcluster", "hosts/login-2.json", "\"rserver.conf\": \"", "\"rserver.conf\": \"www-port=9999\\n", "PCL-016 unknown, PCL-017 fail")]
    [InlineData("load-balanced", "state.json", "\"path\": \"/health-check\"", "\"path\": \"/\"", "LBC-002 unknown")]
    [InlineData("parallelcluster", "hosts/login-2.json", "\"controllerReachable\": true", "\"controllerReachable\": false", "SLM-006 fail")]
    public async Task No_rule_passes_what_a_change_makes_bad(string architecture, string file, string old, string changed, string expected)
    {
        var before = await s_unchanged.GetOrAdd(architecture, a => new(() => Verdicts(a, _ => { }))).Value;
        var after = await Verdicts(architecture, folder => Replace(Path.Combine(folder, file), old, changed));

        Assert.All(expected.Split(", ").Select(e => e.Split(' ')), e => Assert.Equal(("pass", e[1]), (before[e[0]], after[e[0]])));
    }

    /// <summary>A scan of the good deployment; of those that are recorded in none, the world that rules are tried in.</summary>
    private static string Seen(string architecture) => Repository.Path("fixtures", "scans", $"{architecture}-good", "snapshot.jsonl") is var scan && System.IO.File.Exists(scan) ? scan : Repository.Path("fixtures", "worlds", $"{architecture}.jsonl");

    private static void Replace(string file, string old, string changed)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string>> Verdicts(string architecture, Action<string> change)
    {
        using var folder = new CopiedFolder(Repository.Path("fixtures", "architectures", architecture));
        change(folder.Path);
        var arguments = (await File.ReadAllTextAsync(Path.Combine(folder.Path, "deployed.txt"), TestContext.Current.CancellationToken)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var result = await ScannerProcess.Run(folder.Path, new Dictionary<string, string>(), ["check", Seen(arguments[0].Trim('{', '}')), .. arguments[1..], "--out", "json"]);
        Assert.True(result.ExitCode is 0 or 1 or 3, result.Error);
        using var report = JsonDocument.Parse(result.Output);
        return report.RootElement.GetProperty("environments").EnumerateArray().SelectMany(e => e.GetProperty("rules").EnumerateArray())
            .ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("verdict").GetString()!, StringComparer.Ordinal);
    }
}
