namespace Scanner.Model;

/// <summary>What somebody who knows says of a rule whose subject no scan can see (the file that <c>scanner attest</c> writes).</summary>
public sealed class Attestation : Resource
{
    internal Attestation() { }

    /// <summary>The rule, e.g. <c>GEN-012</c>.</summary>
    public Fact<string> Rule { get; internal init; }

    /// <summary>Who says so.</summary>
    public Fact<string> By { get; internal init; }

    /// <summary>The day on which it was said, in UTC.</summary>
    public Fact<DateTimeOffset> Date { get; internal init; }

    /// <summary>What was looked at, or agreed.</summary>
    public Fact<string> Note { get; internal init; }

    /// <summary>The first moment at which it no longer holds; null where it holds until it is taken back.</summary>
    public Fact<DateTimeOffset?> Expires { get; internal init; }
}
