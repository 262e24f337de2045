namespace Scanner.Model;

/// <summary>A volume of a pod.</summary>
/// <param name="Kind">The name of its source: <c>persistentVolumeClaim</c>, <c>nfs</c>, <c>csi</c>, <c>configMap</c>, <c>secret</c>, <c>projected</c>, <c>emptyDir</c>, <c>hostPath</c>, <c>ephemeral</c> …</param>
/// <param name="Claim">The claim's name; null for other sources.</param>
/// <param name="Server">The NFS server; null for other sources.</param>
/// <param name="Path">The exported path, or the path on the node; null for other sources.</param>
/// <param name="Driver">The CSI driver; null for other sources.</param>
/// <param name="ConfigMaps">The config maps that it shows.</param>
/// <param name="RenamesFiles">Whether it shows only some of their entries, or under other names.</param>
/// <param name="ShowsSecret">Whether it shows a Secret, whose files are not read.</param>
/// <param name="Secrets">The Secrets that it shows as a whole, whose files nothing names here; null in snapshots of before they were kept.</param>
/// <param name="SecretFiles">The paths of the files that it shows of other Secrets, by their names; null in snapshots of before they were kept.</param>
public sealed record PodVolume(
    string Name, string Kind, string? Claim, string? Server, string? Path, string? Driver, Items<string> ConfigMaps, bool RenamesFiles = false, bool ShowsSecret = false,
    Items<string>? Secrets = null, Items<string>? SecretFiles = null);
