// Block devices carry a file system of Linux'.
bool IsPosix(string driver) => driver is "fsx.openzfs.csi.aws.com" or "fsx.csi.aws.com" or "efs.csi.aws.com" or "csi.trident.netapp.io" or "nfs.csi.k8s.io" or "nfs"
    or "ebs.csi.aws.com" or "ebs.csi.eks.amazonaws.com" or "emptyDir" or "csi.weka.io" or "filestore.csi.storage.gke.io" or "cephfs.csi.ceph.com"
    || driver.EndsWith(".cephfs.csi.ceph.com", StringComparison.Ordinal);

bool IsObjectOrWindows(string driver) => driver is "s3.csi.aws.com" or "smb.csi.k8s.io" or "gcsfuse.csi.storage.gke.io" or "blob.csi.azure.com";

string DriverOf(PodStorage on) => on.Persistent is { } volume
    ? volume.Driver.Value ?? (volume.Server.Value != null ? "nfs" : "")
    : on.Volume.Kind is "nfs" or "emptyDir" ? on.Volume.Kind : on.Volume.Driver ?? "";

Judgement Blamed(Judgement judgement, PodStorage on) => on.Persistent is { } volume ? judgement.About(volume, "driver") : judgement;

Judgement ByDriver(PodStorage on, string driver, string what) => IsObjectOrWindows(driver)
    ? Blamed(Fail($"{what} is on {on}, whose driver {driver} serves no POSIX file system"), on)
    : Undecidable($"{what} is on {on}, and whether {(driver.Length == 0 ? on.Volume.Kind : driver)} serves a POSIX file system is not known", $"that {what} is on a POSIX file system");

// Azure serves NFS and SMB by one driver.
Judgement OfAzure(PodStorage on, KubeVolume volume, string what) => volume.Attributes.Is(a => a["protocol"] == "nfs")
    ? Pass()
    : Fail($"{what} is on {on}, an Azure file share by SMB, which is no POSIX file system").About(volume, "attributes[protocol], driver");

Judgement Judge(PodStorage on, string what) => IsPosix(DriverOf(on)) ? Pass().NoteIf(DriverOf(on) == "efs.csi.aws.com", $"EFS has no POSIX ACLs")
    : DriverOf(on) == "file.csi.azure.com" && on.Persistent is { } volume ? OfAzure(on, volume, what)
    : ByDriver(on, DriverOf(on), what);

Judgement Homes(Installation workbench, Environment env) => workbench.StorageAt(env.Parameters.HomeMountPath).Value is { } on
    ? Judge(on, "home")
    : Undecidable($"{workbench} has nothing mounted at {env.Parameters.HomeMountPath}; parameter homeMountPath names another path", "where homes are");

Judgement State(Installation workbench) => workbench.SharedStoragePath().Then(path => workbench.StorageAt(path)).Value is { } on ? Judge(on, "shared storage") : Pass();

new Rule<Installation>
{
    Title = "The file system behind home and state is POSIX compliant",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, File system requirements",
    Statements = ["eks:142", "eks:144"],
    Why = "Sessions lock files, link them, and give them to users; on object storage and Windows shares that fails at some later time, with data lost.",
    Fix = "Use a POSIX file system, such as FSx for OpenZFS or another with NFS.",
    At = "volumes[rstudio-home-storage]",
    Check = (workbench, env) => Homes(workbench, env).And(State(workbench)),
}
