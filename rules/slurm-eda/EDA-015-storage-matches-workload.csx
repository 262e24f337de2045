Truth Wants(string one, string other, Environment env) => env.Parameters.Workload.Is(demands => demands.Contains(one) || demands.Contains(other));

Truth HasNetApp(Environment env) => env.Parameters.ExistingNetApp.Is(exists => exists);

Truth Matches(MountedStorage storage, Environment env) =>
    (storage.Type == FileSystemType.Lustre && Wants("extreme-throughput", "scale-out", env))
    || (storage.Type == FileSystemType.OpenZfs && Wants("small-files", "latency", env))
    || (storage.Type == FileSystemType.Efs && Wants("budget", "elastic", env))
    || (storage.Type == FileSystemType.Ontap && HasNetApp(env));

Truth IsSound(string path, Environment env) => env.JobStorageAt(path).Any() && env.JobStorageAt(path).All(storage => Matches(storage, env));

Judgement Judge(Items<string> paths, Environment env)
{
    if (paths.IsEmpty) return NotApplicable($"parameter workPaths names no path");
    var judgement = Require(paths.All(path => IsSound(path, env)), $"what jobs read and write lies elsewhere than the workload wants ({env.Parameters.Workload}; NetApp already there: {env.Parameters.ExistingNetApp})");
    foreach (var path in paths) judgement = judgement.Note($"{path} is on {env.JobStorageAt(path)}");
    return judgement;
}

new Rule<Environment>
{
    Title = "The chosen file system matches the workload",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Storage",
    Statements = ["slurm-eda:68", "slurm-eda:76", "slurm-eda:80", "slurm-eda:89", "slurm-eda:93"],
    Why = "No file system suits every job: the wrong one costs either time, with nodes and licenses waiting, or money.",
    Fix = "Choose per path: FSx for Lustre to scale out, FSx for OpenZFS for latency and small files, FSx for ONTAP beside NetApp, EFS for little money.",
    At = "sharedStorage",
    AppliesTo = (env, _) => env.Parameters.Workload.Is(demands => !demands.IsEmpty) || HasNetApp(env),
    Check = (env, _) => env.SessionGroups().Any() ? Judge(env.Parameters.WorkPaths.Value, env) : NotApplicable($"{env.Cluster} has no queues"),
}
