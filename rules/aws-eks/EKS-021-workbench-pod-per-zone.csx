new Rule<Installation>
{
    Title = "Workbench pods are in three different zones",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Resiliency and availability",
    Statements = ["eks:65"],
    Why = "Pods that share a zone fail with it.",
    Fix = "Add a topologySpreadConstraint on topology.kubernetes.io/zone (maxSkew 1, DoNotSchedule) that selects Workbench's own pods.",
    At = "spreadConstraints",
    Check = (workbench, env) => Require(
            env.ZonesOf(workbench.ReadyPods).Is(zones => zones.Count >= 3),
            $"{workbench} has its ready pods in {env.ZonesOf(workbench.ReadyPods)} only")
        .NoteIf(!workbench.IsKeptApart, $"nothing keeps the pods of {workbench} in different zones: where they are now is luck"),
}
