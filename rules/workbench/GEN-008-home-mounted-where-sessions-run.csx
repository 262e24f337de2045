string Home(Environment env) => env.Parameters.HomeMountPath;

Truth IsHomeOf(Fact<MountedStorage> there, Environment env) => there.Is(session => session.IsShared
    && env.WorkbenchHosts().All(host => env.StorageAt(host, Home(env)).Is(own => own.IsSameAs(session)))
    && env.WorkbenchGroups().All(group => env.StorageAt(group, Home(env)).Is(own => own.IsSameAs(session))));

Truth GivesHome(NodeGroup group, Environment env) => IsHomeOf(env.StorageAt(group, Home(env)), env);

Truth HasHome(ComputeInstance node, Environment env) => IsHomeOf(env.StorageAt(node, Home(env)), env);

ResourceSet<ComputeInstance> Running(Environment env) => env.ComputeNodes().Where(node => node.IsRunning);

Judgement OnNodes(Environment env) => (env.SessionGroups().Any() || Running(env).Any()) && (env.WorkbenchHosts().Any() || env.WorkbenchGroups().Any())
    ? Require(
            env.SessionGroups().All(group => GivesHome(group, env)), $"nodes of {env.SessionGroups().Where(group => !GivesHome(group, env))} do not have Workbench's homes at {Home(env)}")
        .And(Require(
            Running(env).All(node => HasHome(node, env)), $"{Running(env).Where(node => !HasHome(node, env))} do not have Workbench's homes at {Home(env)}"))
    // hosts of a scheduler that nobody gathered node facts on: somebody who knows must say so
    : Require(env.Attested("GEN-008"), $"where sessions of {env.Cluster} run was not seen");

// The launcher's mounts name claims, which are not kept; sessions that run show what became of them.
Judgement InPods(Installation workbench, Environment env) => workbench.Sessions().Any()
    ? Require(
        workbench.Sessions().All(session => workbench.HasHomeOf(session)),
        $"sessions of {workbench} do not have its homes at {Home(env)}: {workbench.Sessions().Where(session => !workbench.HasHomeOf(session))}")
        .About(workbench, "files[launcher-mounts], volumes[rstudio-home-storage], volumes")
    : Undecidable($"no session of {workbench} runs now, so that what sessions mount cannot be seen", "that sessions have Workbench's homes");

new Rule<Environment>
{
    Title = "The same home file system is mounted where sessions and jobs run",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, External resource manager",
    Statements = ["workbench:39", "workbench:43", "workbench:56", "workbench:66", "workbench:73"],
    Why = "A session without the user's home does not start, or starts with nothing of the user's in it.",
    Fix = "Mount the home claim or file system at the same path in session pods or on compute nodes.",
    Architectures = ["external-resource-manager", "kubernetes", "slurm", "aws-eks"],
    Check = (env, _) => env.IsKubernetes
        ? env.Installations.Sole("workbenchImages").Value is { } workbench ? InPods(workbench, env) : Undecidable($"no Workbench server was seen in {env.Cluster}", "that sessions have Workbench's homes")
        : OnNodes(env),
}
