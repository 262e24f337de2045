Truth IsSaid(Parameters said) => said.ExpectedConcurrentUsers.Is(users => users > 0) && said.SessionProfile.Is(profile => true) && said.HomeGiBPerUser.Is(size => size > 0);

Fact<int> Needed(Parameters said) => said.HomeGiBPerUser.Then(each => said.TotalUsers.Map(users => users * each));

// What grows with its content has no capacity, and is never too small.
Truth Overfills(MountedStorage home, Environment env) => home.CapacityGiB(env).Is(capacity => capacity is { } size ? Needed(env.Parameters).Is(needed => needed > size) : false);

// Of volumes each may have less than its file system.
Truth IsOn(MountedStorage home, StorageVolume volume) => home.Directory is { } directory ? volume.Path == directory && volume.FileSystem.Is(system => system?.Id == home.FileSystem?.Id) : false;

Truth IsOfHomes(StorageVolume volume, Environment env) => env.IsKubernetes
    ? env.Installations.Any(workbench => workbench.Home().Is(home => IsOn(home, volume)))
    : env.Home().Is(home => IsOn(home, volume));

ResourceSet<StorageVolume> SmallVolumes(Environment env) => env.Of<StorageVolume>()
    .Where(volume => IsOfHomes(volume, env) && volume.QuotaGiB.Is(quota => quota is { } size ? Needed(env.Parameters).Is(needed => needed > size) : false));

Truth HoldsHomes(FileSystem system, Environment env) => env.IsKubernetes
    ? env.Installations.Any(workbench => workbench.Home().Is(home => home.FileSystem?.Id == system.Id))
    : env.Home().Is(home => home.FileSystem?.Id == system.Id);

ResourceSet<FileSystem> Homes(Environment env) => env.Of<FileSystem>().Where(system => HoldsHomes(system, env));

Truth IsTooSmall(Environment env) => env.IsKubernetes
    ? env.Installations.Any(workbench => workbench.Home().Is(home => Overfills(home, env)))
    : env.Home().Is(home => Overfills(home, env));

new Rule<Environment>
{
    Title = "Session, compute and storage sizes were agreed with the users",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Sizing",
    Statements = ["parallelcluster-2024:40", "parallelcluster-2024:67", "parallelcluster:26", "parallelcluster:47", "eks:47", "eks:61"],
    // a conversation cannot be scanned
    Why = "Sizes that nobody asked for are wrong: sessions end for lack of memory, and homes fill up.",
    Fix = "Record the estimates (expectedConcurrentUsers, sessionProfile, homeGiBPerUser, totalUsers), and size the file system accordingly; or attest that they were agreed.",
    Severity = Severity.Note,
    Architectures = ["aws-parallelcluster", "aws-eks"],
    Check = (env, _) => Require(
        (env.Attested("GEN-016") || IsSaid(env.Parameters)) && (!env.Parameters.SizesHomes || !IsTooSmall(env)),
        $"homes of {env.Parameters.TotalUsers} users with {env.Parameters.HomeGiBPerUser} GiB each do not fit: {Needed(env.Parameters)} GiB are needed")
        .About(SmallVolumes(env), "quotaGiB").About(Homes(env), "capacityGiB"),
}
