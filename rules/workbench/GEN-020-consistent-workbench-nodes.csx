Truth RunOne(ConfiguredServer one, ConfiguredServer other) => one.Version.Is(version => other.Version == version);

Truth AreConfiguredAlike(ConfiguredServer one, ConfiguredServer other) => one.OnHost!.ConfigurationHash.Is(hash => other.OnHost!.ConfigurationHash == hash);

// The hash leaves out database.conf, which only root may read; what was read of each file counts beside it.
Truth SayTheSame(ConfiguredServer one, ConfiguredServer other) => one.OnHost!.Files.Is(files => files.All(file => other.OnHost!.HasSame(file)));

Truth NameOneDatabase(ConfiguredServer one, ConfiguredServer other) => one.DatabaseHost().Is(host => other.DatabaseHost().Is(there => string.Equals(host, there, StringComparison.OrdinalIgnoreCase)))
    && one.DatabaseName().Is(name => other.DatabaseName() == name);

Truth HaveOneImage(ComputeInstance one, ComputeInstance other) => one.ImageId.Is(image => other.ImageId == image);

Judgement Hosts(Environment env) => Require(
        env.Servers.All(one => env.Servers.All(other => one.Id == other.Id || RunOne(one, other))), $"not all of {env.Servers} run the same version of Workbench")
        .About(env.WorkbenchGroups(), "customAmi")
    .And(Require(
        env.Servers.All(one => env.Servers.All(other => one.Id == other.Id || AreConfiguredAlike(one, other))), $"not all of {env.Servers} have the same configuration").About(env.WorkbenchGroups(), "customAmi"))
    .And(Require(
        env.Servers.All(one => env.Servers.All(other => one.Id == other.Id || NameOneDatabase(one, other))), $"not all of {env.Servers} name the same database in database.conf").About(env.Servers, "files[database.conf].host, files[database.conf]"))
    .And(Require(
        env.Servers.All(one => env.Servers.All(other => one.Id == other.Id || SayTheSame(one, other))), $"not all of {env.Servers} say the same in their configuration files").About(env.WorkbenchGroups(), "customAmi"))
    .And(Require(
        env.WorkbenchHosts().All(one => env.WorkbenchHosts().All(other => one.Id == other.Id || HaveOneImage(one, other))), $"not all of {env.WorkbenchHosts()} were made from the same AMI").About(env.WorkbenchGroups(), "customAmi").About(env.WorkbenchHosts(), "imageId"));

Fact<Items<string>> Images(Pod pod) => pod.Containers.Map(all => all.Select(container => container.Image));

// The chart notes at each pod what the configuration was when it started.
Truth HaveOneConfiguration(Pod one, Pod other) => one.Annotations.Is(first => other.Annotations.Is(second =>
    first["checksum/config-general"] == second["checksum/config-general"] && first["checksum/config-session"] == second["checksum/config-session"]
    && first["checksum/config-profiles"] == second["checksum/config-profiles"] && first["checksum/config-secret"] == second["checksum/config-secret"]));

Truth AreAlike(Pod one, Pod other) => one.Id == other.Id || (Images(one).Is(images => Images(other) == images) && HaveOneConfiguration(one, other));

// Two makers: the new pods come while the old ones go.
Truth IsRolling(Installation workbench) => workbench.Pods.Any(one => workbench.Pods.Any(other => one.Owner.Is(owner => other.Owner != owner)));

Judgement Pods(Installation workbench) => IsRolling(workbench)
    ? Undecidable($"{workbench} is being rolled out: its pods are of two makers", "that all pods are alike")
    : Require(workbench.Pods.All(one => workbench.Pods.All(other => AreAlike(one, other))), $"not all pods of {workbench} have the same image and configuration: {workbench.Pods}");

new Rule<Environment>
{
    Title = "All Workbench nodes run the same version and configuration",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Shared storage",
    Statements = ["parallelcluster-2024:127", "parallelcluster:100", "workbench:14-16"],
    Why = "A user who lands on another server finds other settings, or no sessions, because servers of different versions do not understand each other.",
    Fix = "Roll all nodes to one AMI or image, and give them one source of configuration.",
    FixFor = (env, _) => !env.IsKubernetes && !env.Servers.All(one => env.Servers.All(other => one.Id == other.Id || NameOneDatabase(one, other)))
        ? $"Name one database in database.conf of all of {env.Servers}, and restart those that are changed."
        : $"Roll all nodes to one AMI or image, and give them one source of configuration.",
    Severity = Severity.Warning,
    Basis = Basis.Derived,
    Architectures = ["load-balanced", "aws-parallelcluster", "kubernetes", "aws-eks"],
    AppliesTo = (env, _) => env.IsKubernetes ? env.WorkbenchPods().Count() > 1 : env.WorkbenchHosts().Count() > 1,
    Check = (env, _) => env.IsKubernetes
        ? env.Installations.Sole("workbenchImages").Value is { } workbench ? Pods(workbench) : Undecidable($"no Workbench server was seen in {env.Cluster}", "that all pods are alike")
        : Hosts(env),
}
