ResourceSet<ComputeInstance> NodesOf(string type, Environment env) => env.Nodes().Where(node => node.IsRunning && node.InstanceType == type);

Judgement Judge(string type, Environment env) => InstanceShape.Of(type) is { } shape
    ? Require(shape.VCpus >= 4 && shape.MemoryGiB >= 16, $"{type} has {shape.VCpus} vCPUs and {shape.MemoryGiB} GiB")
    : NodesOf(type, env).Any()
        ? Require(NodesOf(type, env).All(node => node.VCpus.Is(count => count >= 4) && node.MemoryMiB.Is(size => size >= 16 * 1024)), $"{type} has fewer than 4 vCPUs or less than 16 GiB")
        : Undecidable($"how large {type} is was not read", "the size of the instance type");

Judgement Each(Items<string> types, NodeGroup group, Environment env)
{
    var all = Require(types.Count >= 1, $"{group} names no instance type");
    foreach (var type in types) all = all.And(Judge(type, env));
    return all;
}

new Rule<NodeGroup>
{
    Title = "Head and login nodes are at least as large as the tested t2.xlarge",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Sizing",
    Statements = ["parallelcluster:37", "parallelcluster-2024:58"],
    Why = "The tested numbers of sessions hold for nodes with 4 vCPUs and 16 GiB; smaller ones carry fewer.",
    Fix = "Use an instance type with at least 4 vCPUs and 16 GiB, and of the AMI's architecture.",
    At = "instanceTypes",
    AppliesTo = (group, env) => env.HeadGroups().Union(env.LoginGroups()).Any(own => own.Id == group.Id),
    Check = (group, env) => Each(group.InstanceTypes.Value, group, env),
}
