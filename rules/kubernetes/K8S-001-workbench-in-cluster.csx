new Rule<Environment>
{
    Title = "Workbench is installed entirely inside the Kubernetes cluster",
    Level = Level.Must,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["workbench:45"],
    Why = "A server outside the cluster needs a network path, storage and credentials of its own into it, which this architecture does not have.",
    Fix = "Deploy the server with the Helm chart in the cluster, or declare the architecture external-resource-manager.",
    Check = (env, _) => Require(
        env.Installations.Any(workbench => workbench.ReadyPods.Any()),
        $"no Workbench server is ready in {env.Cluster}; installations: {env.Installations}"),
}
