namespace Scanner.Cli.Configuration;

/// <summary>What each parameter means, in a line, and a value as it may look.</summary>
internal static class ParameterWords
{
    public static IReadOnlyDictionary<string, (string Meaning, string Example)> All { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["accountingDatabase"] = ("the RDS identifier or host of the database of Slurm's accounting", "slurm-accounting"),
        ["allowLocalSessions"] = ("whether sessions may also run in Workbench's own pods", "false"),
        ["architecture"] = ("the architecture that the deployment follows, where it cannot be told", "aws-parallelcluster"),
        ["entryLoadBalancers"] = ("names or ARNs of the load balancers that users come in through", "workbench"),
        ["homeMountPath"] = ("where the users' homes are mounted", "/home"),
        ["minKubernetes"] = ("the oldest Kubernetes that will do", "1.30"),
        ["minParallelCluster"] = ("the oldest ParallelCluster that will do", "3.8.0"),
        ["sessionNodePool"] = ("the Karpenter node pool that sessions are meant for", "sessions"),
        ["sessionTaint"] = ("the taint of the nodes that sessions are meant for", "workload=sessions:NoSchedule"),
        ["workbenchChart"] = ("the version of Workbench's Helm chart, for defaults that changed between versions", "0.22.0"),
        ["workbenchDatabase"] = ("the RDS identifier or host of Workbench's metadata database", "workbench-metadata"),
        ["workbenchHostnames"] = ("the host names that users type", "workbench.example.com"),
        ["workbenchImages"] = ("patterns of images that are Workbench's server, beside Posit's own", "registry.example.com/workbench*"),
        ["workbenchPorts"] = ("ports that Workbench listens on, beside 8787 and 443", "3939"),
    };
}
