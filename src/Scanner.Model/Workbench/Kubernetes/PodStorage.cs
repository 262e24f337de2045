namespace Scanner.Model;

/// <summary>What a path in Workbench's server container lies on.</summary>
/// <param name="Mount">The deepest mount that covers the path.</param>
/// <param name="Volume">The pod's volume.</param>
/// <param name="Claim">The claim behind it; null for a volume of another source.</param>
/// <param name="Persistent">The cluster's volume behind the claim; null for a volume of another source.</param>
public sealed record PodStorage(VolumeMount Mount, PodVolume Volume, VolumeClaim? Claim, KubeVolume? Persistent)
{
    /// <summary>Whether several nodes may write to it at once, by claim and volume; an NFS export has no other way.</summary>
    public Truth IsReadWriteMany => Claim is null || Persistent is null
        ? Volume.Kind == "nfs"
        : !IsDiskOfNode(Persistent) && Persistent.Driver.Is(d => !VolumeBacking.IsEbs(d)) && Claim.AccessModes.Is(m => m.Contains("ReadWriteMany")) && Persistent.AccessModes.Is(m => m.Contains("ReadWriteMany"));

    /// <summary>A <c>hostPath</c> or <c>local</c> volume is a directory of each node's own, whatever access it claims.</summary>
    private static Truth IsDiskOfNode(KubeVolume volume) => volume.Driver.Is(driver => driver is null) && volume.Server.Is(server => server is null) && volume.Path.Is(path => path is not null);

    public override string ToString() => $"{(Claim is null ? $"{Volume.Kind} volume {Volume.Name}" : $"claim {Claim.Label}")} at {Mount.Path}";
}
