Truth RunsLinux(KubeNode node) => node.Labels.Is(labels => (labels["kubernetes.io/os"] ?? labels["beta.kubernetes.io/os"]) == "linux");

Truth IsOnLinux(Pod pod, Environment env) => env.NodeOf(pod).Is(node => RunsLinux(node));

new Rule<Environment>
{
    Title = "Workbench runs on Linux servers",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, all of them",
    Statements = ["workbench:8", "workbench:14", "workbench:30", "workbench:59"],
    Why = "Posit builds Workbench for Linux only; on anything else it cannot be installed, and nobody supports it.",
    Fix = "Move Workbench to a supported Linux distribution.",
    AppliesTo = (env, _) => env.WorkbenchHosts().Any() || env.WorkbenchPods().Any(),
    Check = (env, _) => Require(
            env.WorkbenchHosts().All(host => host.RunsLinux()), $"not all of Workbench's hosts run Linux: {env.WorkbenchHosts().Where(host => !host.RunsLinux())}")
        .And(Require(
            env.WorkbenchPods().All(pod => IsOnLinux(pod, env)), $"not all of Workbench's pods are on nodes with Linux: {env.WorkbenchPods().Where(pod => !IsOnLinux(pod, env))}")),
}
