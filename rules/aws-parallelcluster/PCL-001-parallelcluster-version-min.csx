new Rule<Environment>
{
    Title = "ParallelCluster is version 3.8.0 or later",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Architectural overview",
    Statements = ["parallelcluster:16", "parallelcluster-2024:23"],
    Why = "3.8.0 brought shared storage types for the head node and homes on external file systems; the architecture cannot be built on less.",
    Fix = "Create a new cluster with a current ParallelCluster; a cluster cannot be upgraded in place to another version.",
    Check = (env, _) => Require(
        env.Cluster.Version.Is(version => version >= env.Parameters.MinParallelCluster),
        $"cluster {env.Cluster} runs ParallelCluster {env.Cluster.Version}, older than {env.Parameters.MinParallelCluster}"),
}
