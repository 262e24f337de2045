namespace Scanner.Tests.Collect;

/// <summary>What a recorded AWS does instead of answering.</summary>
public enum Trouble
{
    /// <summary>The caller may not.</summary>
    Denied,

    /// <summary>Too many requests, every time.</summary>
    Throttled,

    /// <summary>Too many requests a few times, and then an answer.</summary>
    ThrottledAtFirst,

    /// <summary>The connection ends in the middle of the body.</summary>
    Cut,

    /// <summary>200, and nothing in it.</summary>
    Empty,

    /// <summary>500.</summary>
    Broken,

    /// <summary>The caller's token has expired.</summary>
    Expired,

    /// <summary>No answer at all.</summary>
    Silent,
}
