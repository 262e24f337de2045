Truth UsesTemplates(Installation workbench) => workbench.IsOn("launcher.kubernetes.conf", "use-templating", false);

Judgement Tolerates(Installation workbench, Ide ide, Environment env) => Require(
    workbench.EverySession(ide, placement => placement.Tolerations.Any(t => t.Tolerates(env.Parameters.SessionTaint))),
    $"{workbench} has {ide} sessions that do not tolerate {env.Parameters.SessionTaint}; new ones get {workbench.PlacementOf(ide)}; now: {workbench.Sessions(ide).Where(pod => !pod.Placement.Is(placement => placement.Tolerations.Any(t => t.Tolerates(env.Parameters.SessionTaint))))}")
    .About(env.Installations.Where(own => own.Id == workbench.Id && !UsesTemplates(own)), "files[launcher.kubernetes.conf].use-templating");

new Rule<Installation>
{
    Title = "RStudio and Jupyter sessions tolerate the session taint",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:101", "eks:105", "eks:107-122"],
    Why = "A session without the toleration cannot run on Karpenter's nodes, and waits or crowds the managed ones.",
    Fix = "Add the toleration to the pod spec in job.tpl, for all sessions but VS Code's.",
    FixFor = (workbench, env) => UsesTemplates(workbench) ? $"Add the toleration to the pod spec in job.tpl, for all sessions but VS Code's."
        : $"Turn on the launcher's templates, without which job.tpl has no effect: use-templating=1 in launcher.kubernetes.conf, which launcher.useTemplates: true in the chart's values writes.",
    At = "files[job.tpl], launcher.useTemplates",
    AppliesTo = (workbench, env) => env.OffersVsCode(),
    Check = (workbench, env) => Tolerates(workbench, Ide.RStudio, env).And(Tolerates(workbench, Ide.Jupyter, env)),
}
