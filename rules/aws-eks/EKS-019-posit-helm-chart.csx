Truth IsOf(HelmRelease release, Installation workbench) => release.Namespace.Is(space => workbench.Server.Namespace == space) && release.Name.Is(name => workbench.Server.Release == name);

Truth IsReleased(Installation workbench, Environment env) => env.Of<HelmRelease>().Any(release => IsOf(release, workbench) && release.Chart == "rstudio-workbench");

// Kustomize and GitOps render the chart without a release of Helm's.
Truth IsRendered(Installation workbench) => workbench.Server.Labels.Is(labels => (labels["helm.sh/chart"] ?? "").StartsWith("rstudio-workbench-", StringComparison.Ordinal));

new Rule<Installation>
{
    Title = "Workbench is deployed with Posit's Helm chart",
    Level = Level.Should,
    Severity = Severity.Note,
    Source = "Posit Workbench on AWS EKS, Helm",
    Statements = ["eks:13", "eks:83", "eks:85"],
    Why = "Manifests of one's own miss what the chart does for configuration, templates and upgrades, and support cannot tell what differs. Whether Helm calls a release deployed stands in a Secret, which is not read.",
    Fix = "Deploy from Posit's chart repository, https://helm.rstudio.com, with a pinned version and a values file.",
    Supersedes = ["K8S-008"],
    AppliesTo = (workbench, _) => workbench.Server.PodLabels.Is(labels => labels["posit.team/component"] == null),
    Check = (workbench, env) => Require(
            IsReleased(workbench, env) || IsRendered(workbench), $"{workbench} was not made by the chart rstudio-workbench; its release is {workbench.Server.Release}")
        .NoteIf(!IsReleased(workbench, env), $"the chart was rendered without a release of Helm's"),
}
