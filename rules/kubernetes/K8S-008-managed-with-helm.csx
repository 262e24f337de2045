Truth HasLabel(Installation workbench, string key) => workbench.Server.Labels.Is(labels => labels.Has(key));

Truth IsManaged(Installation workbench) => workbench.Server.Labels.Is(labels => labels["app.kubernetes.io/managed-by"] is "Helm" or "team-operator" || labels.Has("posit.team/component"))
    || workbench.Server.PodLabels.Is(labels => labels["posit.team/component"] != null) || workbench.Server.Release.Is(release => release != null);

Truth IsTracked(Installation workbench) => workbench.Server.Annotations.Is(a => a.Has("argocd.argoproj.io/tracking-id")) || HasLabel(workbench, "argocd.argoproj.io/instance")
    || HasLabel(workbench, "kustomize.toolkit.fluxcd.io/name") || HasLabel(workbench, "helm.toolkit.fluxcd.io/name");

new Rule<Installation>
{
    Title = "The installation is managed with Helm or an equivalent tool",
    Level = Level.Advice,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["workbench:47"],
    Why = "What was applied by hand can be neither upgraded nor made anew without somebody's memory of it.",
    Fix = "Manage the installation with Posit's Helm chart, the Team Operator, or GitOps.",
    At = "labels",
    Check = (workbench, _) => Require(
            IsManaged(workbench) || IsTracked(workbench) || HasLabel(workbench, "helm.sh/chart"),
            $"nothing says that Helm, the Team Operator or a GitOps tool manages {workbench}")
        .NoteIf(!IsManaged(workbench) && !IsTracked(workbench), $"the chart was rendered, and no release of Helm's keeps it"),
}
