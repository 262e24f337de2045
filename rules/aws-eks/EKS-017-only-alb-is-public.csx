ResourceSet<Subnet> Public(ResourceSet<Subnet> subnets, Environment env) => subnets.Where(subnet => env.Network.IsPublic(subnet));

Judgement Stored(Fact<MountedStorage> storage, Environment env) => storage.Value.FileSystem is { } fs
    ? Require(Public(env.Resolve(fs.Subnets), env).None(_ => true), $"file system {fs} is in public subnets: {Public(env.Resolve(fs.Subnets), env)}")
        .About(fs, "subnets")
    : Require(storage.Is(on => on.IsSeen), $"");

// What its subnet group lists, it may be moved to.
Judgement Kept(DatabaseChoice choice, Environment env) => Require(
    Public(env.Resolve(choice.Database.Subnets), env).None(_ => true),
    $"the subnet group of database {choice} has public subnets: {Public(env.Resolve(choice.Database.Subnets), env)}")
    .About(choice.Database, "subnets");

Judgement Databases(Environment env) => env.MetadataDatabase().Value is { } choice
    ? Kept(choice, env)
    : Undecidable($"the metadata database of {env.Installations} is none of the RDS databases that the scan saw", "that the metadata database is in private subnets");

Truth IsOfCluster(LoadBalancer balancer, Environment env) => balancer.Tags.Is(tags => env.EksCluster().Then(eks => eks.Name).Is(name =>
    tags["elbv2.k8s.aws/cluster"] == name || tags["eks:eks-cluster-name"] == name || tags.Has($"kubernetes.io/cluster/{name}")));

// One that stands in front of the users' entry is a part of it.
Truth IsEntry(LoadBalancer balancer, Environment env) => env.EntryHops.Any(hop => hop.LoadBalancer.Id == balancer.Id)
    || balancer.Listeners.Is(all => all.Any(listener => listener.Forwards.Any(f => env.Resolve(f.TargetGroup).Then(group => group.TargetType) == "alb")));

ResourceSet<LoadBalancer> Others(Environment env) => env.Of<LoadBalancer>().Where(balancer => balancer.Scheme == "internet-facing" && IsOfCluster(balancer, env) && !IsEntry(balancer, env));

new Rule<Installation>
{
    Title = "Nothing but the load balancer is in public subnets",
    Level = Level.Should,
    SecuritySeverity = 5.5,
    Source = "Posit Workbench on AWS EKS, Core",
    Statements = ["eks:73"],
    Why = "A database or file system in a public subnet is one security group away from the internet, with everybody's data. Nodes are a rule of their own.",
    Fix = "Use private subnets for database and file systems, and internal load balancers for everything but Workbench.",
    Check = (workbench, env) => Require(Others(env).None(_ => true), $"other load balancers of {env.Cluster} face the internet: {Others(env)}")
            .About(Others(env), "scheme")
        .And(Databases(env))
        .And(Stored(workbench.Home(), env))
        .And(Stored(workbench.SharedStoragePath().Then(path => workbench.FileSystemAt(path)), env)),
}
