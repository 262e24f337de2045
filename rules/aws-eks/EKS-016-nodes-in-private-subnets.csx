ResourceSet<Subnet> Possible(Environment env) => env.SubnetsOf(env.ManagedGroups().Union(env.KarpenterPools()));

// A node on Fargate is no instance, and never has a public address.
Truth IsInstance(KubeNode node) => node.Labels.Is(labels => labels["eks.amazonaws.com/compute-type"] != "fargate");

ResourceSet<KubeNode> Nodes(Environment env) => env.Of<KubeNode>().Where(node => IsInstance(node));

ResourceSet<NodeGroup> Exposing(Environment env) => env.ManagedGroups().Union(env.KarpenterPools())
    .Where(group => env.SubnetsOf(env.Of<NodeGroup>().Where(other => other.Id == group.Id)).Any(subnet => env.Network.IsPublic(subnet)));

// What the class leaves open, the subnets decide.
Truth GivesAddresses(NodeGroup pool, Environment env) => pool.NodeClass.Then(made => made is { } reference ? env.Resolve(reference).Then(c => c.AssociatePublicIp) : (bool?)false).Is(given => given == true);

ResourceSet<NodeGroup> Addressing(Environment env) => env.KarpenterPools().Where(pool => GivesAddresses(pool, env));

ResourceSet<NodeClass> Classes(Environment env) => env.Of<NodeClass>().Where(made => made.AssociatePublicIp.Is(given => given == true));

Truth IsExposed(KubeNode node, Environment env) => env.InstanceOf(node).Then(instance => instance.PublicIp).Is(address => address != null)
    || env.InstanceOf(node).Then(instance => instance.Subnet).Is(subnet => subnet is { } reference && env.Resolve(reference).Is(found => env.Network.IsPublic(found)));

new Rule<Environment>
{
    Title = "Nodes are in private subnets",
    Level = Level.Should,
    SecuritySeverity = 5.0,
    Source = "Posit Workbench on AWS EKS, Core",
    Statements = ["eks:73"],
    Why = "A node with a public address can be reached from anywhere as soon as one security group is too open, and everybody's sessions run on it.",
    Fix = "Move node groups and Karpenter's node class to private subnets with a NAT gateway or VPC endpoints.",
    AppliesTo = (env, _) => env.ManagedGroups().Any() || env.KarpenterPools().Any() || env.Of<KubeNode>().Any(),
    Check = (env, _) => Require(
            Possible(env).None(subnet => env.Network.IsPublic(subnet)),
            $"node groups of {env.Cluster} may make nodes in public subnets: {Possible(env).Where(subnet => env.Network.IsPublic(subnet))}")
            .About(Exposing(env), "subnets")
        .And(Require(env.KarpenterPools().None(pool => GivesAddresses(pool, env)), $"the node class gives public addresses to nodes of {Addressing(env)}").About(Classes(env), "associatePublicIp"))
        .And(Require(Nodes(env).None(node => IsExposed(node, env)), $"nodes have a public address or are in a public subnet: {Nodes(env).Where(node => IsExposed(node, env))}")),
}
