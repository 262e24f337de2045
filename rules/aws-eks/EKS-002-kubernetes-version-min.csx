new Rule<Environment>
{
    Title = "Kubernetes is no older than what Workbench needs",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Kubernetes",
    Statements = ["eks:31"],
    Why = "Posit's charts and the session components are made for 1.30 and later, unless parameter minKubernetes says another version; older versions are also out of AWS' support.",
    Fix = "Upgrade the control plane, one minor version at a time, and then the node groups.",
    At = "version",
    Check = (env, _) => Require(
            env.Cluster.Version.Is(version => version >= env.Parameters.MinKubernetes),
            $"cluster {env.Cluster} runs Kubernetes {env.Cluster.Version}, older than {env.Parameters.MinKubernetes}")
        .And(Require(
            env.NodesInUse().All(node => node.KubeletVersion.Is(version => version >= env.Parameters.MinKubernetes)),
            $"nodes older than {env.Parameters.MinKubernetes} run Workbench or sessions: {env.NodesInUse().Where(node => node.KubeletVersion.Is(version => version < env.Parameters.MinKubernetes))}")),
}
