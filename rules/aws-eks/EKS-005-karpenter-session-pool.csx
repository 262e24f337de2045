Truth IsKarpenter(Workload workload) => workload.PodLabels.Is(labels => labels["app.kubernetes.io/name"] == "karpenter")
    || workload.Containers.Is(all => all.Any(c => c.Image.Contains("karpenter/controller", StringComparison.Ordinal)));

// A change to no replicas leaves those that run for as long as it is not deployed.
Truth IsRun(Environment env) => env.Of<Workload>().Any(workload => IsKarpenter(workload) && workload.Replicas != 0 && workload.ReadyReplicas.Is(ready => ready >= 1))
    || env.EksCluster().Is(eks => eks.IsAutoMode);

bool IsNothing(string? quantity) => quantity == "0" || quantity == "0m" || quantity == "0Ki" || quantity == "0Mi" || quantity == "0Gi";

Truth CanGrow(NodeGroup pool) => pool.ApiVersion.Is(version => version != "karpenter.sh/v1alpha5")
    && pool.Limits.Is(limits => !IsNothing(limits["cpu"]) && !IsNothing(limits["memory"])) && pool.IsReady;

new Rule<Environment>
{
    Title = "Karpenter is installed and has a node pool for sessions",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:19", "eks:29", "eks:99"],
    Why = "Sessions come and go; without Karpenter's pool there are no nodes for them, or always too many.",
    Fix = "Install Karpenter (v1), and create a NodePool with an EC2NodeClass for sessions.",
    Check = (env, _) => Require(IsRun(env), $"{env.Cluster} has no Karpenter controller that is ready, and no EKS Auto Mode")
        .And(Require(
            env.SessionPools().Any(pool => CanGrow(pool)),
            $"no Karpenter node pool of {env.Cluster} is ready and meant for sessions; pools: {env.KarpenterPools()}")),
}
