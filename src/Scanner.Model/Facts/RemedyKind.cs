namespace Scanner.Model;

/// <summary>What sort of act would close a gap.</summary>
public enum RemedyKind
{
    /// <summary>Grant the named API action.</summary>
    Permission,

    /// <summary>Run again, with more time or after the service recovered.</summary>
    Retry,

    /// <summary>Scan with the named command-line flag or input.</summary>
    Flag,

    /// <summary>Set the named parameter in scanner.yaml, or with --param.</summary>
    Parameter,

    /// <summary>Collect node facts on the host.</summary>
    Probe,

    /// <summary>Somebody who knows attests it.</summary>
    Attestation,
}
