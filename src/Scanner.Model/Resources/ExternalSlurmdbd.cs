namespace Scanner.Model;

/// <summary>The configuration's <c>Scheduling/SlurmSettings/ExternalSlurmdbd</c>.</summary>
/// <param name="Host">Where it is; null where the configuration does not say it, though it must.</param>
/// <param name="Port">Its port; 6819 by default.</param>
public sealed record ExternalSlurmdbd(string? Host, int Port);
