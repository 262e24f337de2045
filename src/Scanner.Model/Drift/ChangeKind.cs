namespace Scanner.Model.Drift;

/// <summary>What happened to a resource between two scans.</summary>
public enum ChangeKind
{
    /// <summary>Only the later scan has it, and the earlier one would have seen it.</summary>
    Added,

    /// <summary>Only the earlier scan has it, and the later one would have seen it.</summary>
    Removed,

    /// <summary>Both have it, and say different things of it.</summary>
    Changed,
}
