Truth UsesTemplates(Installation workbench) => workbench.IsOn("launcher.kubernetes.conf", "use-templating", false);

// What is required must hold for no managed node, or sessions may land there.
Truth KeepsOff(PodPlacement placement, Environment env) => placement.RequiresNodes && !env.MayUseManagedNodes(placement);

Judgement Requires(Installation workbench, Ide ide, Environment env) => Require(
        workbench.EverySession(ide, placement => KeepsOff(placement, env)),
        $"{workbench} has {ide} sessions that may be placed on managed nodes; new ones get {workbench.PlacementOf(ide)}")
    .About(env.Installations.Where(own => own.Id == workbench.Id && !UsesTemplates(own)), "files[launcher.kubernetes.conf].use-templating")
    .NoteIf(workbench.PlacementOf(ide).Is(placement => placement.PrefersNodes), $"a preferred affinity of {ide} sessions binds nobody");

new Rule<Installation>
{
    Title = "RStudio and Jupyter sessions require Karpenter's nodes",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:101", "eks:108-116"],
    Why = "A toleration only allows session nodes; without the affinity, sessions fill the managed nodes that Workbench itself runs on.",
    Fix = "Add the required node affinity (type In [karpenter]) to the pod spec in job.tpl, for all sessions but VS Code's.",
    FixFor = (workbench, env) => UsesTemplates(workbench) ? $"Add the required node affinity (type In [karpenter]) to the pod spec in job.tpl, for all sessions but VS Code's."
        : $"Turn on the launcher's templates, without which job.tpl has no effect: use-templating=1 in launcher.kubernetes.conf, which launcher.useTemplates: true in the chart's values writes.",
    At = "files[job.tpl], launcher.useTemplates",
    AppliesTo = (workbench, env) => env.OffersVsCode(),
    Check = (workbench, env) => Requires(workbench, Ide.RStudio, env).And(Requires(workbench, Ide.Jupyter, env)),
}
