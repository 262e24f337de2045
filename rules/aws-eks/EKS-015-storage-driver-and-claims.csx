// The workload that mounts volumes of a driver on each node, by its image or its usual name.
Truth IsNodePart(Workload workload, string image, string name) => workload.Kind == "DaemonSet"
    && (workload.Name == name || workload.Containers.Is(all => all.Any(c => c.Image.Contains(image, StringComparison.Ordinal))));

ResourceSet<Workload> NodeParts(string? driver, Environment env) => driver switch
{
    "fsx.openzfs.csi.aws.com" => env.Of<Workload>().Where(w => IsNodePart(w, "/aws-fsx-openzfs-csi-driver", "fsx-openzfs-csi-node")),
    "efs.csi.aws.com" => env.Of<Workload>().Where(w => IsNodePart(w, "/aws-efs-csi-driver", "efs-csi-node")),
    "fsx.csi.aws.com" => env.Of<Workload>().Where(w => IsNodePart(w, "/aws-fsx-csi-driver", "fsx-csi-node")),
    "ebs.csi.aws.com" => env.Of<Workload>().Where(w => IsNodePart(w, "/aws-ebs-csi-driver", "ebs-csi-node")),
    "nfs.csi.k8s.io" => env.Of<Workload>().Where(w => IsNodePart(w, "/nfsplugin", "csi-nfs-node")),
    _ => env.Of<Workload>().Where(_ => false),
};

ResourceSet<VolumeClaim> Claims(Installation workbench, Environment env) => env.Of<VolumeClaim>().Where(claim => claim.Namespace.Is(space => workbench.Server.Namespace == space)
    && workbench.Server.Volumes.Is(volumes => claim.Name.Is(name => volumes.Any(v => v.Claim == name))));

ResourceSet<KubeVolume> Volumes(Installation workbench, Environment env) => env.Of<KubeVolume>().Where(volume => Claims(workbench, env).Any(claim => claim.Volume.Is(bound => bound?.Id == volume.Id)));

Truth Reaches(Workload part, NodeGroup group) => part.Placement.Is(placement => group.Taints.Is(taints => placement.Tolerates(taints)) && group.MayHost(placement));

ResourceSet<Workload> NodePartsOf(KubeVolume volume, Environment env) => NodeParts(volume.Driver.Value, env);

Truth IsServed(KubeVolume volume, NodeGroup group, Environment env) => volume.Driver.Is(driver => driver == null || NodeParts(driver, env).Any(part => Reaches(part, group)));

ResourceSet<NodeGroup> Groups(Environment env) => env.ManagedGroups().Union(env.SessionPools());

Judgement OnNodes(Installation workbench, Environment env) => Require(
        Volumes(workbench, env).All(volume => volume.Driver.Is(driver => driver == null || NodeParts(driver, env).Any(part => part.ReadyReplicas.Is(ready => ready >= 1)))),
        $"no pod is ready that mounts volumes of {workbench} on nodes: {Volumes(workbench, env)}")
    .And(Require(
        Groups(env).All(group => Volumes(workbench, env).All(volume => IsServed(volume, group, env))),
        $"what mounts volumes of {workbench} does not run on all nodes, since it does not tolerate their taints or asks for other labels: {Groups(env).Where(group => !Volumes(workbench, env).All(volume => IsServed(volume, group, env)))}")
        .About(Volumes(workbench, env).SelectMany(volume => NodePartsOf(volume, env)).Where(part => !Groups(env).All(group => Reaches(part, group))), "placement"))
    .NoteIf(
        Volumes(workbench, env).Any(volume => volume.Driver.Is(driver => NodeParts(driver, env).Any(part => part.ReadyReplicas.Is(ready => part.Replicas.Is(wanted => ready < wanted))))),
        $"what mounts volumes is not ready on every node");

// Of another driver nobody knows which workload mounts its volumes.
Judgement Drivers(Installation workbench, Environment env) => Volumes(workbench, env).All(volume => volume.Driver.Is(driver => driver == null || NodeParts(driver, env).Any()))
    ? OnNodes(workbench, env)
    : Undecidable($"which workload mounts volumes of {workbench} on nodes cannot be told: {Volumes(workbench, env)}", "that the storage driver runs on every node");

Truth IsThere(VolumeClaim claim, Environment env) => env.Of<KubeVolume>().Any(volume => claim.Volume.Is(bound => bound?.Id == volume.Id));

new Rule<Installation>
{
    Title = "Workbench's volumes are bound, and their driver runs on every node",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, FSx for OpenZFS",
    Statements = ["eks:29", "eks:140"],
    Why = "A pod whose claim is not bound, or whose node has no driver, waits for ever. The driver's pods must tolerate the session taint like the sessions themselves.",
    Fix = "Install the storage driver with a toleration of the session taint, and create volume and claim.",
    At = "volumes[rstudio-home-storage], volumes",
    AppliesTo = (workbench, _) => workbench.Server.Volumes.Is(volumes => volumes.Any(v => v.Claim != null)),
    Check = (workbench, env) => Require(
            workbench.Server.Volumes.Is(volumes => volumes.All(v => v.Claim is { } name ? Claims(workbench, env).Any(claim => claim.Name == name) : true)),
            $"{workbench} mounts claims that are not there; there are {Claims(workbench, env)}")
        .And(Require(Claims(workbench, env).All(claim => claim.Phase == "Bound"), $"claims of {workbench} are not bound: {Claims(workbench, env).Where(claim => claim.Phase != "Bound")}")
            .About(Claims(workbench, env).Where(claim => claim.Phase != "Bound"), "volume, storageClass"))
        .And(Require(Claims(workbench, env).All(claim => claim.Phase != "Bound" || IsThere(claim, env)), $"claims of {workbench} are bound to volumes that are not there: {Claims(workbench, env).Where(claim => !IsThere(claim, env))}")
            .About(Claims(workbench, env).Where(claim => !IsThere(claim, env)), "volume"))
        .And(Require(
            Volumes(workbench, env).All(volume => volume.Driver.Is(driver => driver == null || env.Of<CsiDriver>().Any(installed => installed.Name == driver))),
            $"{env.Cluster} lacks the driver of volumes of {workbench}: {Volumes(workbench, env).Where(volume => volume.Driver.Is(driver => driver != null && env.Of<CsiDriver>().None(installed => installed.Name == driver)))}")
            .About(Volumes(workbench, env).Where(volume => volume.Driver.Is(driver => driver != null && env.Of<CsiDriver>().None(installed => installed.Name == driver))), "driver"))
        .And(Drivers(workbench, env)),
}
