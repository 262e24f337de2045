// Only ParallelCluster makes pools of login nodes.
Truth HasPool(Environment env) => env.Cluster.Kind == ClusterKind.ParallelCluster && Pools(env).Any();

ResourceSet<NodeGroup> Pools(Environment env) => env.LoginGroups().Where(pool => pool.Desired.Is(count => count >= 1));

ResourceSet<ComputeInstance> Nodes(Environment env) => env.LoginNodes().Where(node => node.IsRunning);

Truth Reach(Items<Cidr> users, NetworkEndpoint login, Environment env) => !users.IsEmpty && users.All(block => env.Network.CanReach(block, login, "tcp", 22).Answer);

Truth BySsh(Environment env) => env.Parameters.UserCidrs.Is(users => Pools(env).Any(pool => Reach(users, pool, env)) || Nodes(env).Any(node => Reach(users, node, env)));

// An inventory is kept of those hosts only that Systems Manager manages, and so can open sessions on.
Truth BySystemsManager(Environment env) => Nodes(env).Any(node => node.Packages.Is(_ => true));

new Rule<Environment>
{
    Title = "Users have login nodes (SSH or Session Manager) or another submit host",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Login nodes",
    Statements = ["slurm-eda:37", "slurm-eda:58"],
    Why = "Without a place to submit from, users end up on the head node, where a careless command stops the whole cluster.",
    Fix = "Add a pool to LoginNodes that users can reach (parameter userCidrs), or name other submit hosts (parameter submitHosts).",
    At = "loginPools",
    Check = (env, _) => env.Parameters.NamesSubmitHosts
        ? Require(env.Parameters.SubmitHosts.Is(hosts => !hosts.IsEmpty), $"parameter submitHosts names no host").Note($"jobs are submitted from {env.Parameters.SubmitHosts}")
        : Require(HasPool(env) && (BySsh(env) || BySystemsManager(env)), $"users have no way to submit jobs: login pools with nodes are {Pools(env)}")
            .NoteIf(BySystemsManager(env), $"Systems Manager knows the login nodes, so that sessions can be opened through it"),
}
