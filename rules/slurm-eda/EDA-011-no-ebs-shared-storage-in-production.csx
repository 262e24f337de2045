Judgement Declared(Environment env) => Require(
    env.Cluster.SharedStorage.Is(storage => storage.All(entry => entry.StorageType != "Ebs")),
    $"the head node exports EBS volumes to all nodes: {env.Cluster.SharedStorage.Map(storage => storage.Where(entry => entry.StorageType == "Ebs"))}");

Judgement Homes(Environment env) => Require(
    env.Home().Is(home => home.Type != FileSystemType.HeadNodeNfs && home.Type != FileSystemType.Ebs),
    $"homes are on the head node's own disk: {env.Home().Map(home => home.Label)}").As(Severity.Note);

new Rule<Environment>
{
    Title = "Shared EBS, exported by the head node, is not used in production",
    Level = Level.Should,
    Source = "Slurm for EDA with AWS ParallelCluster, Storage",
    Statements = ["slurm-eda:72"],
    Why = "The disk is in one zone and behind one host, which also runs the scheduler: heavy reading slows every job's start, and when the host fails, so do all mounts.",
    Fix = "Use EFS or FSx in SharedStorage; set HeadNode/SharedStorageType to Efs, which takes effect with a new cluster only.",
    At = "sharedStorage, sharedStorageType",
    AppliesTo = (env, _) => env.Parameters.IsProduction,
    Check = (env, _) => Declared(env).And(Homes(env))
        .NoteIf(env.Cluster.SharedStorageType == "Ebs", $"ParallelCluster's own directories, such as /opt/slurm, are exported by the head node too (SharedStorageType)"),
}
