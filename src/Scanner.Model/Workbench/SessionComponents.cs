namespace Scanner.Model;

/// <summary>Whether what runs inside a session is where Slurm starts sessions.</summary>
public static class SessionComponents
{
    /// <summary>Where the installer puts them, and where they are mounted.</summary>
    private const string Directory = "/usr/lib/rstudio-server";

    /// <summary>Whether a host has them, installed or mounted.</summary>
    public static Truth HasComponents(this Environment environment, ComputeInstance host) =>
        host.HasSessionComponents || environment.StorageAt(host, Directory).Is(storage => storage.IsShared);

    /// <summary>
    /// Whether the nodes of a group have them. A node that told speaks for all that boot from its image, unless another contradicts it; where none
    /// told, only a mount that the group's nodes get can show it.
    /// </summary>
    public static Truth HasComponents(this Environment environment, NodeGroup group)
    {
        var told = environment.ComputeNodes().Members.Select(m => m.Item).Where(n => n.HasSessionComponents.Noted() is { IsUnknown: false } && IsAlike(group, n)).Select(n => environment.HasComponents(n)).ToList();
        return told.Find(t => t.IsFalse) is { IsFalse: true } none ? none
            : told.Find(t => t.IsTrue) is { IsTrue: true } some ? some
            : environment.StorageAt(group, Directory).Is(storage => storage.IsShared || Truth.Unknown(Untold(group)));
    }

    private static bool IsAlike(NodeGroup group, ComputeInstance node) =>
        node.Pool.Is(pool => pool is not null && group.Pool == pool).IsTrue || node.ImageId.Is(image => group.ImageId == image).IsTrue;

    private static Gap Untold(NodeGroup group) => new(group.Scope, nameof(ComputeInstance), "sessionComponents", GapCause.Hidden,
        OneLine.Of($"no node of {group.Label}, or of its image, told whether session components are on it"), new(RemedyKind.Probe, OneLine.Of($"a node of {group.Label}")));
}
