Truth AreInOneDomain(ComputeInstance one, ComputeInstance other) => one.UsesSssd && other.UsesSssd
    && one.IdentityDomains.Is(domains => other.IdentityDomains.Is(others => domains.Any(domain => others.Contains(domain))));

// The hash is over names and numbers: equal names with other numbers are other users.
Truth HaveTheSame(ComputeInstance one, ComputeInstance other) =>
    one.UsersHash.Is(users => other.UsersHash.Is(others => users != null && users == others));

Truth Agree(Environment env, Func<ComputeInstance, ComputeInstance, Truth> alike) =>
    env.WorkbenchHosts().All(host => env.ComputeNodes().All(node => alike(host, node)));

// ParallelCluster joins every node to the directory that its configuration names.
Truth HasDirectory(Environment env) => !env.IsOnHosts && env.Cluster.Directory.Is(directory => directory != null);

Truth AreTold(Environment env) => env.WorkbenchHosts().Any() && env.ComputeNodes().Any();

Truth ProvisionsUsers(Environment env) => env.Servers.Any(server => server.IsOn("rserver.conf", "user-provisioning-enabled"));

new Rule<Environment>
{
    Title = "Users exist on Workbench servers and Slurm nodes",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:70"],
    Why = "Slurm starts a session as the user who asked for it. Where a node does not know the user, or by another number, the session fails or cannot read its home.",
    Fix = "Join Workbench servers and Slurm nodes to one directory (DirectoryService in ParallelCluster), or keep users and their numbers the same on both.",
    At = "directory",
    Check = (env, _) => HasDirectory(env) || AreTold(env)
        ? Require(HasDirectory(env) || Agree(env, AreInOneDomain) || Agree(env, HaveTheSame), $"Workbench servers ({env.WorkbenchHosts()}) and Slurm nodes ({env.ComputeNodes()}) share neither a directory nor the same users")
            .NoteIf(ProvisionsUsers(env), $"Workbench makes users of its own (user-provisioning-enabled): nodes must know them too")
        : Undecidable($"no Slurm node was seen that would say which users it knows", "that users exist on both sides"),
}
