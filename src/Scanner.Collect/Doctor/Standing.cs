namespace Scanner.Collect.Doctor;

/// <summary>What a try tells of a permission.</summary>
public enum Standing
{
    /// <summary>The service did as it was asked, or said that what was asked for does not exist.</summary>
    There,

    /// <summary>The service said that the caller may not.</summary>
    Missing,

    /// <summary>Something else came in between.</summary>
    Untold,

    /// <summary>A scan would not ask for it here.</summary>
    NotNeeded,
}
