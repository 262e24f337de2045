namespace Scanner.Model;

/// <summary>Whether a rule says what a reference architecture says, or what that needs in order to be true.</summary>
public enum Basis
{
    /// <summary>Worded in a reference architecture.</summary>
    Seed,

    /// <summary>Not worded there, but needed by something that is.</summary>
    Derived,
}
