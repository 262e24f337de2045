// Hosts that nobody named for Workbench's may run it all the same, by their own word.
ResourceSet<ComputeInstance> Hosts(Environment env) => env.WorkbenchHosts().Union(env.ToldWorkbenchHosts());

new Rule<Environment>
{
    Title = "Workbench is on a submit or login node, not on the Slurm head node",
    Level = Level.Should,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:73", "parallelcluster:22", "parallelcluster-2024:33"],
    Why = "Whoever works on the head node competes with Slurm's controller. When that is slow or dies, nobody's jobs start any more.",
    Fix = "Move Workbench to a login node; small labs that share a host on purpose can waive this.",
    Check = (env, _) => Require(
        env.WorkbenchHosts().Any() && Hosts(env).None(host => host.RunsSlurmController),
        $"Slurm's controller runs on {Hosts(env).Where(host => host.RunsSlurmController)}, which runs Workbench")
        .About(Hosts(env).Where(host => host.RunsSlurmController)),
}
