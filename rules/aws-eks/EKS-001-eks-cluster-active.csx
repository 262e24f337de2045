new Rule<Environment>
{
    Title = "The EKS cluster is active",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:17", "eks:73"],
    Why = "A control plane that failed or is being deleted takes new sessions, scaling and every change with it.",
    Fix = "Repair the EKS cluster, or create it again.",
    Check = (env, _) => Require(
            env.EksCluster().Is(cluster => cluster.Status == "ACTIVE" || cluster.Status == "UPDATING"),
            $"EKS cluster {env.EksCluster().Map(cluster => cluster.Label)} is {env.EksCluster().Then(cluster => cluster.Status)}")
        .NoteIf(env.EksCluster().Is(cluster => cluster.Status == "UPDATING"), $"the cluster is being updated"),
}
