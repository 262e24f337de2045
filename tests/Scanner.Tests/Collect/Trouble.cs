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

    /// <summary>500 once, and then an answer.</summary>
    BrokenOnce,

    /// <summary>503, every time.</summary>
    Unavailable,

    /// <summary>503 once, and then an answer.</summary>
    UnavailableOnce,

    /// <summary>The connection is reset in the middle of the body.</summary>
    Reset,

    /// <summary>One byte, and a long while later another.</summary>
    Dripping,

    /// <summary>A body without an end.</summary>
    Endless,

    /// <summary>200, and a proxy's page to log in.</summary>
    LogIn,

    /// <summary>200, and what another service would say.</summary>
    Foreign,

    /// <summary>200, and a body that is broken in its form.</summary>
    Malformed,

    /// <summary>200, and a document whose entities would fill the memory.</summary>
    Bomb,

    /// <summary>301 to another host.</summary>
    Moved,

    /// <summary>302 to another host.</summary>
    Found,

    /// <summary>307 to another host.</summary>
    Redirected,

    /// <summary>The caller's clock is wrong, every time.</summary>
    Skewed,

    /// <summary>The caller's clock is wrong, until it corrects it.</summary>
    SkewedOnce,
}
