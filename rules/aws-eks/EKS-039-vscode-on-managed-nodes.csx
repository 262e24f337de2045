Truth StaysOff(PodPlacement placement, Environment env) =>
    !placement.Tolerations.Any(t => t.Tolerates(env.Parameters.SessionTaint)) && env.MayUseManagedNodes(placement);

new Rule<Installation>
{
    Title = "VS Code sessions are placed on the managed node group",
    Level = Level.Should,
    Severity = Severity.Error,
    Source = "Posit Workbench on AWS EKS, VS Code sessions",
    Statements = ["eks:101"],
    Why = "VS Code sessions do not end after a time without use; on Karpenter's nodes they keep the nodes, and the bill, for ever.",
    Fix = "Put toleration and affinity in job.tpl between {{- if not (has \"rstudio-vscode-session\" .Job.tags) }} and {{- end }}.",
    At = "files[job.tpl]",
    AppliesTo = (workbench, env) => env.OffersVsCode(),
    Check = (workbench, env) => Require(
            workbench.EverySession(Ide.VsCode, pod => env.IsOnManagedNode(pod), placement => StaysOff(placement, env)),
            $"{workbench} does not keep VS Code sessions on managed nodes; new ones get {workbench.PlacementOf(Ide.VsCode)}; now elsewhere: {workbench.Sessions(Ide.VsCode).Where(pod => !env.IsOnManagedNode(pod))}")
        .NoteIf(
            workbench.Setting("vscode.conf", "session-timeout-kill-hours").Is(hours => hours != null && hours != "0"),
            $"VS Code sessions are ended after {workbench.Setting("vscode.conf", "session-timeout-kill-hours")} hours, which softens this")
        .NoteIf(
            workbench.PlacementOf(Ide.Positron).Is(placement => placement.Tolerations.Any(t => t.Tolerates(env.Parameters.SessionTaint))),
            $"Positron sessions, which do not end by themselves either, are allowed on session nodes"),
}
