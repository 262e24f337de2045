Truth HasTemplates(ConfigMap map) => map.Keys.Is(keys => keys.Contains("job.tpl") && keys.Contains("service.tpl")) && map.JobTemplateVersion.Is(version => version != null);

Judgement UsesTemplates(Installation workbench) => Require(
        workbench.IsOn("rserver.conf", "launcher-sessions-enabled", false), $"{workbench} does not enable sessions through the launcher (rserver.conf)")
        .About(workbench, "files[rserver.conf].launcher-sessions-enabled, files[rserver.conf]")
    .And(Require(
        workbench.IsOn("launcher.kubernetes.conf", "use-templating", false), $"{workbench} does not use templates (launcher.kubernetes.conf)")
        .About(workbench, "files[launcher.kubernetes.conf].use-templating, launcher.useTemplates, files[launcher.kubernetes.conf]"));

Judgement Judge(Installation workbench) => UsesTemplates(workbench)
        .And(Require(workbench.Templates().Any(map => HasTemplates(map)), $"{workbench} has no job.tpl with a version, and service.tpl, among its templates"))
        .And(Require(workbench.TemplateProblems().Is(problems => problems.IsEmpty), $"{workbench} has a job.tpl that is not sound: {workbench.TemplateProblems()}"))
        .And(Require(
            workbench.PlacementOf(Ide.RStudio).Is(placement => !placement.Tolerations.IsEmpty && placement.RequiresNodes),
            $"{workbench} has a job.tpl without the session block: RStudio sessions get {workbench.PlacementOf(Ide.RStudio)}"));

new Rule<Installation>
{
    Title = "The launcher's templates are replaced as described",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:124", "eks:126-132"],
    Why = "With the chart's own templates, or with both, the session block is missing or doubled, and sessions land anywhere.",
    Fix = "Copy job.tpl and service.tpl of the installed chart into launcher.extraTemplates, add the session block to the pod spec, and set launcher.useTemplates: true and launcher.includeDefaultTemplates: false.",
    At = "files[job.tpl], launcher.useTemplates",
    AppliesTo = (workbench, env) => workbench.Server.PodLabels.Is(labels => labels["posit.team/component"] == null),
    // it may lie in the image, or in a Secret
    Check = (workbench, env) => workbench.File("launcher.kubernetes.conf").Is(file => file == null)
        ? Undecidable($"no config map of {workbench} has launcher.kubernetes.conf", "the launcher's templates")
        : Judge(workbench),
}
