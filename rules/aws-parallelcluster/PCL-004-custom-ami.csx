ResourceSet<NodeGroup> Groups(Environment env) => env.LoginGroups().Union(env.SessionGroups());

// An official image is none of the user's, whoever names it.
Truth IsOfficial(NodeGroup group, string ami, Environment env) => env.Of<MachineImage>()
    .Any(image => image.IsParallelClusterOfficial && (image.Id == ami || group.ImageId == image.Id));

Truth IsCustom(NodeGroup group, Environment env) => group.CustomAmi.Is(ami => ami is null ? false : !IsOfficial(group, ami, env));

new Rule<Environment>
{
    Title = "Nodes use a custom AMI",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Custom AMI",
    Statements = ["parallelcluster:55", "parallelcluster-2024:88"],
    Why = "Workbench, R and Python that are installed while a node starts make every start slow, and differ from node to node. A declared AMI counts only where its image was seen, because a configuration may name ParallelCluster's own.",
    Fix = "Build an AMI with pcluster build-image that holds Workbench, R, Python and the systemd override, and name it in Image/CustomAmi.",
    At = "customAmi",
    AppliesTo = (env, _) => Groups(env).Any(),
    Check = (env, _) => Require(
            Groups(env).All(group => IsCustom(group, env)),
            $"nodes boot from ParallelCluster's own AMI in {Groups(env).Where(group => !IsCustom(group, env))}")
        .NoteIf(env.HeadGroups().Any(head => head.CustomAmi == null), $"the head node boots from ParallelCluster's own AMI, which is enough where no Workbench runs")
        .NoteIf(
            Groups(env).Any(group => env.Of<MachineImage>().Any(image => group.ImageId == image.Id && image.State != "available")),
            $"an AMI is deregistered or disabled: nodes that run go on, and new ones cannot start"),
}
