Truth IsExtreme(Environment env) => env.Parameters.Workload.Is(demands => demands.Any(demand => demand == "extreme-throughput" || demand == "small-files"));

Truth IsOnEfs(string path, Environment env) => env.JobStorageAt(path).Any(storage => storage.Type == FileSystemType.Efs);

// That nothing was seen at a path says nothing of it.
Truth IsSound(string path, Environment env) => env.JobStorageAt(path).Any() && !IsOnEfs(path, env);

Judgement Judge(Items<string> paths, Environment env) => paths.IsEmpty
    ? NotApplicable($"parameter workPaths names no path")
    : Require(paths.All(path => IsSound(path, env)), $"jobs read and write on EFS: {paths.Where(path => IsOnEfs(path, env))}");

new Rule<Environment>
{
    Title = "EFS is not used for extreme throughput or very many small files",
    Level = Level.Should,
    Source = "Slurm for EDA with AWS ParallelCluster, Storage",
    Statements = ["slurm-eda:76"],
    Why = "Every small file costs EFS a round trip, and throughput has a ceiling: jobs wait for data on nodes and licenses that are paid for.",
    Fix = "Move work data to FSx for Lustre (throughput) or FSx for OpenZFS (small files); EFS is fine for homes and tools.",
    At = "sharedStorage",
    AppliesTo = (env, _) => IsExtreme(env),
    Check = (env, _) => env.SessionGroups().Any() ? Judge(env.Parameters.WorkPaths.Value, env) : NotApplicable($"{env.Cluster} has no queues"),
}
