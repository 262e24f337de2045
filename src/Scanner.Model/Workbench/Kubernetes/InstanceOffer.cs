namespace Scanner.Model;

/// <summary>An instance type that a node pool may launch.</summary>
/// <param name="Type">E.g. <c>m7i.4xlarge</c>.</param>
/// <param name="Shape">Its size.</param>
public sealed record InstanceOffer(string Type, InstanceShape Shape)
{
    /// <summary>E.g. <c>m7i</c>.</summary>
    public string Family => Type[..Type.IndexOf('.')];

    /// <summary>
    /// Whether a session finds room on an empty node of it. Kubelet, system and daemon sets take their share, so that nothing that asks for
    /// all of a node fits; between that and nine tenths it cannot be told.
    /// </summary>
    public Truth Fits(double cpus, double memoryGiB) =>
        cpus >= Shape.VCpus || memoryGiB >= Shape.MemoryGiB ? Truth.Of(false, Evidence.Derived)
        : cpus <= (0.9 * Shape.VCpus) - 0.2 && memoryGiB <= (0.9 * Shape.MemoryGiB) - 0.5 ? Truth.Of(true, Evidence.Derived)
        : Truth.Unknown(Close(cpus, memoryGiB));

    /// <summary>How many sessions of a size find room on an empty node of it, with what the system takes left out at the usual rate.</summary>
    public int Sessions(double cpus, double memoryGiB) =>
        (int)Math.Max(0, Math.Min(Math.Floor(((0.98 * Shape.VCpus) - 0.2) / cpus), Math.Floor(((0.92 * Shape.MemoryGiB) - 0.5) / memoryGiB)));

    public override string ToString() => Type;

    private Gap Close(double cpus, double memoryGiB) => new("", nameof(NodeGroup), Type, GapCause.Undecidable,
        FormattableString.Invariant($"whether {cpus} CPUs and {memoryGiB} GiB fit on {Type} depends on what the system takes there"), new(RemedyKind.Parameter, "sessionProfile"));
}
