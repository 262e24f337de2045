namespace Scanner.Model;

/// <summary>What keeps a path from being decided, beyond the facts that were not read.</summary>
internal static class NetworkGap
{
    /// <summary>A kind that scans do not collect decides.</summary>
    public static Gap NotCollected(string element, string action) => new("", nameof(Network), action, GapCause.NotAsked,
        $"{element} decides, and scans do not collect what {action} says of it", Attest(element));

    /// <summary>Everything was read, and it depends on what nobody can read: the port or address that a client has.</summary>
    public static Gap Undecidable(string element, string detail) =>
        new("", nameof(Network), element, GapCause.Undecidable, detail, Attest(element));

    /// <summary>Out of view from here.</summary>
    public static Gap Hidden(string element, string detail) => new("", nameof(Network), element, GapCause.Hidden, detail, Attest(element));

    public static Gap Unsupported(string what) =>
        new("", nameof(Network), what, GapCause.Unsupported, $"{what} is not evaluated", Attest(what));

    private static Remedy Attest(string element) => new(RemedyKind.Attestation, $"the network path through {element}");
}
