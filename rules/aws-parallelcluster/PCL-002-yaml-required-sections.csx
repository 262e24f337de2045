Truth HasUsers(Environment env) => env.Cluster.Directory.Is(directory => directory is { DomainName: not null, HasPasswordSecret: true, ReadOnlyUser: not null } && !directory.DomainAddresses.IsEmpty);

// A slurmdbd outside the cluster stands for the database behind it.
Truth HasAccounting(Environment env) => env.Cluster.UsesExternalSlurmdbd || env.Cluster.AccountingSettings.Is(settings => settings is not null);

Items<(string Name, Truth IsThere)> Sections(Environment env) =>
[
    ("Image (Os)", env.Cluster.Os.Is(os => os.Length > 0)),
    ("DirectoryService (DomainName, DomainAddr, PasswordSecretArn, DomainReadOnlyUser)", HasUsers(env)),
    ("Scheduling (slurm, with SlurmQueues)", env.Cluster.Scheduler == "slurm" && env.Cluster.Queues.Is(queues => !queues.IsEmpty)),
    ("SharedStorage", env.Cluster.SharedStorage.Is(storage => !storage.IsEmpty)),
    ("LoginNodes (a pool with nodes)", env.Cluster.LoginPools.Is(pools => pools.Any(pool => pool.Count >= 1))),
    ("Scheduling/SlurmSettings/Database", HasAccounting(env)),
];

new Rule<Environment>
{
    Title = "The cluster YAML contains every required section",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Cluster configuration",
    Statements = ["parallelcluster:54-64", "parallelcluster:88", "parallelcluster-2024:86", "parallelcluster-2024:88-93", "parallelcluster-2024:115"],
    Why = "What the configuration lacks is made by hand, and lost with the next node or cluster: users that no node knows, jobs without a record.",
    Fix = "Add the missing sections to the cluster configuration.",
    Check = (env, _) => Require(
            Sections(env).All(section => section.IsThere),
            $"the configuration of {env.Cluster} lacks {Sections(env).Where(section => !section.IsThere).Select(section => section.Name)}")
        .NoteIf(env.Cluster.UsesExternalSlurmdbd, $"accounting goes to a slurmdbd outside the cluster, and its database is behind that")
        .NoteIf(!HasUsers(env) && env.LoginNodes().Any(node => node.UsesSssd), $"login nodes bring users by SSSD all the same, which the AMI or a custom action must have set up"),
}
