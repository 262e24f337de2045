new Rule<Installation>
{
    Title = "The capacity of FSx for OpenZFS is a multiple of 1.2 TB",
    Level = Level.Advice,
    IsOffByDefault = true,
    Source = "Posit Workbench on AWS EKS, Storage",
    Statements = ["eks:61"],
    Why = "The reference says that OpenZFS comes in chunks of 1.2 TB. It does not: AWS takes any capacity from 64 GiB on, and the steps of 1,200 GiB are Lustre's. This rule runs only where it is named.",
    Fix = "None is needed.",
    AppliesTo = (workbench, _) => workbench.Home().Is(home => home.Type == FileSystemType.OpenZfs && (home.FileSystem is { } fs ? fs.StorageType != "INTELLIGENT_TIERING" : home.IsSeen)),
    Check = (workbench, _) => workbench.Home().Value.FileSystem is { } fs
        ? Require(fs.CapacityGiB.Is(size => size is { } gib && gib % 1200 == 0), $"{fs} has {fs.CapacityGiB} GiB").About(fs, "capacityGiB")
        : NotApplicable($"homes are on no file system of AWS"),
}
