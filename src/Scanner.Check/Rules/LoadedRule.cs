using Scanner.Check.Isolation;
using Scanner.Model;

namespace Scanner.Check;

/// <summary>A rule with the identity that its path gives it.</summary>
public sealed record LoadedRule(string Id, string Name, string Architecture, string Path, Rule Rule)
{
    /// <summary>Whether it ships with scanner, as opposed to the user's own.</summary>
    public bool IsShipped { get; init; }

    /// <summary>Whether the user named it, so that it runs even where it is off by default.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it asks what people attest, so that an attestation can tell something of it.</summary>
    public bool AsksAttestation { get; init; }

    /// <summary>The process that runs it; null where it runs in this one.</summary>
    internal IsolatedRules? Isolation { get; init; }

    /// <summary>What a failure weighs for this user, whatever the rule and the architecture say; null where the user did not say.</summary>
    public Severity? Severity { get; init; }
}
