new Rule<Environment>
{
    Title = "The ParallelCluster cluster uses Slurm",
    Level = Level.Must,
    Source = "Slurm for EDA with AWS ParallelCluster, Introduction",
    Statements = ["slurm-eda:10"],
    Why = "Accounting, licenses, login nodes and everything else that this architecture is made of are Slurm's; AWS Batch has none of them.",
    Fix = "Create a cluster with Scheduling/Scheduler: slurm; the scheduler of a cluster cannot be changed.",
    At = "scheduler",
    Check = (env, _) => Require(env.Cluster.Scheduler == "slurm", $"{env.Cluster} uses {env.Cluster.Scheduler}"),
}
