Judgement Judge(Connections controller, Environment env) => Require(controller.All, $"cannot submit jobs to Slurm's controller: {controller.Blocked}: {controller.FirstBlocked?.Reason ?? "so the hosts say"}")
    .NoteIf(controller.AreDisputed, $"hosts say that the controller answers them which, by what was read of the network, cannot reach it")
    .About(env.HeadGroups(), "securityGroups")
    .Along(controller.FirstBlocked?.Path);

new Rule<Environment>
{
    Title = "Workbench hosts can submit jobs to the Slurm controller",
    Level = Level.Must,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:73"],
    Why = "Every session is a Slurm job: a host that does not reach the controller starts none. What a host says of it itself wins over what is computed.",
    Fix = "Open the Slurm ports (6819 to 6829 in ParallelCluster) from the login nodes' security group to the head node.",
    FixFor = (env, _) => $"{env.ToController().FirstBlocked?.Fix ?? "Open the Slurm ports from the login nodes to the head node."}",
    AppliesTo = (env, _) => env.ToController().Any,
    Check = (env, _) => Judge(env.ToController(), env),
}
