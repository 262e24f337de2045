namespace Scanner.Model.History;

/// <summary>What became of a failure.</summary>
public enum FailureState
{
    /// <summary>The last check found it.</summary>
    Fails,

    /// <summary>A later check saw that it is none any more.</summary>
    Fixed,

    /// <summary>No later check found it, and none could see that it is gone.</summary>
    NoLongerSeen,
}
