const string Label = "node.kubernetes.io/instance-type";

bool IsT3(string type) => type.StartsWith("t3.", StringComparison.Ordinal);

Truth IsOnT3(KubeNode node, Environment env) => node.Labels.Is(labels => labels.Has(Label)
    ? IsT3(labels[Label]!)
    : env.InstanceOf(node).Then(instance => instance.InstanceType).Is(type => IsT3(type)));

Truth MayBurst(NodeGroup pool) => pool.MayLaunch("t2") || pool.MayLaunch("t3a") || pool.MayLaunch("t4g");

new Rule<NodeGroup>
{
    Title = "t3 instances are not used for session nodes",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Nodes",
    Statements = ["eks:49"],
    Why = "A burstable instance is throttled once its credits are spent, which long computations do within the hour.",
    Fix = "Restrict karpenter.k8s.aws/instance-category of the node pool to c, m and r.",
    At = "requirements",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id) && !env.Parameters.AllowT3,
    Check = (pool, env) => Require(!pool.MayLaunch("t3"), $"{pool} may launch t3 instances: it requires {pool.Requirements}")
        .And(Require(env.NodesOf(pool).None(node => IsOnT3(node, env)), $"nodes of {pool} are t3 instances: {env.NodesOf(pool).Where(node => IsOnT3(node, env))}"))
        .NoteIf(MayBurst(pool), $"{pool} may launch t2, t3a or t4g, which are burstable as well"),
}
