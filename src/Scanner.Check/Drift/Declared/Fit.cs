namespace Scanner.Check.Drift.Declared;

/// <summary>What it takes for something to be as it is declared.</summary>
internal enum Fit
{
    /// <summary>The same, with nothing more and nothing less.</summary>
    Same,

    /// <summary>Each entry of a list that is declared, and no other; of an entry, what is declared of it.</summary>
    Whole,

    /// <summary>What is declared, beside whatever others add: labels, annotations, objects of Kubernetes.</summary>
    AtLeast,

    /// <summary>The same version, as far as it is declared: <c>15</c> is met by <c>15.4</c>.</summary>
    Version,

    /// <summary>Configuration files, key by key.</summary>
    Settings,
}
