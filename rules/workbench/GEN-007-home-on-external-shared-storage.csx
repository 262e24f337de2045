Truth IsExportedBy(ComputeInstance host, string source) => host.PrivateIps.Is(ips => ips.Any(ip => source.StartsWith(ip + ":", StringComparison.Ordinal)
        || source.StartsWith("ip-" + ip.Replace(".", "-") + ".", StringComparison.Ordinal)))
    || (host.Name.Is(name => name != null && (source.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) || source.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase))));

// A file server of its own, and not one of those that it serves.
Truth IsExternal(MountedStorage home, Environment env) => home.IsShared && home.Type != FileSystemType.HeadNodeNfs
    && (home.Type != FileSystemType.Nfs || home.Source == null || env.WorkbenchHosts().None(host => IsExportedBy(host, home.Source)));

Truth AreSame(Fact<MountedStorage> one, Fact<MountedStorage> other) => one.Is(first => other.Is(second => first.IsSameAs(second)));

Fact<MountedStorage> On(ComputeInstance host, Environment env) => env.StorageAt(host, env.Parameters.HomeMountPath);

Fact<MountedStorage> Of(NodeGroup group, Environment env) => env.StorageAt(group, env.Parameters.HomeMountPath);

Judgement Hosts(Environment env) => Require(
        env.WorkbenchHosts().All(host => On(host, env).Is(home => IsExternal(home, env))),
        $"homes are on no external file server on {env.WorkbenchHosts().Where(host => !On(host, env).Is(home => IsExternal(home, env)))}")
    .And(Require(
        env.WorkbenchHosts().All(one => env.WorkbenchHosts().All(other => one.Id == other.Id || AreSame(On(one, env), On(other, env)))),
        $"not all of {env.WorkbenchHosts()} have the same homes"));

ResourceSet<ComputeInstance> HostsOf(NodeGroup group, Environment env) => env.WorkbenchHosts().Where(host => group.Pool.Is(pool => pool is not null && host.Pool == pool));

// Over what ParallelCluster has at /home by default a custom action may mount others: the hosts that have run it tell.
Truth IsToldByHosts(NodeGroup group, Environment env) => Of(group, env).Is(home => home.IsDefault)
    && (group.HasCustomActions || env.Cluster.HasCustomActions) && HostsOf(group, env).Any();

Truth AreAlike(NodeGroup group, Fact<MountedStorage> homes, Environment env) => IsToldByHosts(group, env) || AreSame(Of(group, env), homes);

// Until a host that has run the action tells, nobody knows what is mounted there.
Truth MayBeCovered(NodeGroup group, Environment env) => Of(group, env).Is(home => home.IsDefault) && (group.HasCustomActions || env.Cluster.HasCustomActions);

Judgement Told(Environment env) => env.WorkbenchGroups().Any(group => MayBeCovered(group, env) && !HostsOf(group, env).Any())
    ? Undecidable($"a custom action may mount other homes over ParallelCluster's default, and no node that has run it was seen", "what homes are on")
    : Require(
        env.WorkbenchGroups().All(group => !MayBeCovered(group, env) || HostsOf(group, env).All(host => host.Mounts.Is(mounts => mounts.Count >= 0))),
        $"nothing tells what custom actions mount on {env.WorkbenchGroups()}");

// What the next host will have.
Judgement Groups(Environment env) => Require(
        env.WorkbenchGroups().All(group => IsToldByHosts(group, env) || Of(group, env).Is(home => IsExternal(home, env))),
        $"homes are on no external file server on new nodes of {env.WorkbenchGroups().Where(group => !IsToldByHosts(group, env) && !Of(group, env).Is(home => IsExternal(home, env)))}")
    .And(Require(
        env.WorkbenchGroups().All(one => env.WorkbenchGroups().All(other => one.Id == other.Id || AreAlike(one, Of(other, env), env))
            && env.WorkbenchHosts().All(host => AreAlike(one, On(host, env), env))),
        $"new nodes of {env.WorkbenchGroups()} would have other homes than there are now"));

Truth IsShared(Installation workbench, Environment env) => workbench.Home().Is(home => IsExternal(home, env));

new Rule<Environment>
{
    Title = "User home directories live on an external shared file system",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:21", "workbench:39", "workbench:53", "workbench:66"],
    Why = "Homes on a server's own disk are gone with it, and users who land on another server find an empty home.",
    Fix = "Mount one managed file system (FSx, EFS, an NFS filer) at the home path on every host.",
    At = "sharedStorage[/home]",
    Architectures = ["load-balanced", "external-resource-manager", "kubernetes", "slurm", "aws-parallelcluster", "aws-eks"],
    Check = (env, _) => env.IsKubernetes
        ? env.Installations.Any()
            ? Require(
                env.Installations.All(workbench => IsShared(workbench, env)),
                $"homes are on no external file system in {env.Installations.Where(workbench => !IsShared(workbench, env))}")
                .About(env.Installations.Where(workbench => !IsShared(workbench, env)), "volumes[rstudio-home-storage], volumes")
            : Undecidable($"no Workbench server was seen in {env.Cluster}", "what homes are on")
        : env.WorkbenchHosts().Any() || env.WorkbenchGroups().Any()
            ? Hosts(env).And(Groups(env)).And(Told(env))
            : Undecidable($"no host of Workbench's was seen in {env.Cluster}", "what homes are on"),
}
