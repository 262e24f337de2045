namespace Scanner.Model;

/// <summary>How the reference architecture words its statement.</summary>
public enum Level
{
    /// <summary>Must, required, minimum: an error by default.</summary>
    Must,

    /// <summary>Should, recommended: a warning by default.</summary>
    Should,

    /// <summary>Tested with, common, ideal: a note by default.</summary>
    Advice,
}
