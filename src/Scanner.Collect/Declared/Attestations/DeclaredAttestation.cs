using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Attestations;

/// <summary>One attestation as the file says it.</summary>
internal sealed record DeclaredAttestation(string Rule, string By, DateTimeOffset Date, string Note, DateTimeOffset? Expires, SourceLocation Place);
