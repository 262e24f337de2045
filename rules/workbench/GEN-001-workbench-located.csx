// A login node that says it has no Workbench is no host of Workbench's, and still one that was looked at.
ResourceSet<ComputeInstance> Candidates(Environment env) => env.WorkbenchHosts().Union(env.LoginNodes().Where(node => node.IsRunning));

new Rule<Environment>
{
    Title = "Workbench servers are found in the environment",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, all of them",
    Statements = ["parallelcluster-2024:33", "parallelcluster:22", "workbench:8", "workbench:14", "workbench:30", "workbench:45", "workbench:59"],
    Why = "What cannot be found cannot be checked: every rule about Workbench's configuration stays open until its servers are known.",
    Fix = "Name the hosts with parameter workbenchHosts, or add node facts from them.",
    Basis = Basis.Derived,
    Check = (env, _) => env.IsKubernetes
        ? env.Installations.Any(workbench => workbench.Pods.Any())
            ? Require(env.Installations.Any(workbench => workbench.Pods.Any()), $"no Workbench server was seen in {env.Cluster}")
            : Undecidable($"no Workbench server was seen in {env.Cluster}", "where Workbench runs")
        : Candidates(env).Any()
            ? Require(Candidates(env).Any(host => host.RunsWorkbench()), $"Workbench is installed on none of {Candidates(env)}").About(env.LoginGroups(), "customAmi")
            : Undecidable($"no host of Workbench's was seen in {env.Cluster}", "where Workbench runs"),
}
