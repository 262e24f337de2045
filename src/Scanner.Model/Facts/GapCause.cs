namespace Scanner.Model;

/// <summary>Why a fact is missing.</summary>
public enum GapCause
{
    /// <summary>The caller may not make the call. Makes a scan incomplete.</summary>
    Denied,

    /// <summary>The service refused to answer that often before the deadline. Makes a scan incomplete.</summary>
    Throttled,

    /// <summary>The call failed, or its answer could not be read. Makes a scan incomplete.</summary>
    Failed,

    /// <summary>Nothing asked for it: the source was not part of the scan.</summary>
    NotAsked,

    /// <summary>The user has not set the parameter.</summary>
    Unset,

    /// <summary>Cannot be seen from where the scan looked (inside a host, behind a reference that leads out of view).</summary>
    Hidden,

    /// <summary>Several candidates, and nothing that chooses between them.</summary>
    Ambiguous,

    /// <summary>The service answered without it, or with a value this version does not know.</summary>
    Unsupported,

    /// <summary>Everything was read and it still cannot be told.</summary>
    Undecidable,
}
