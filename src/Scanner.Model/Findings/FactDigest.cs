namespace Scanner.Model.Findings;

/// <summary>A fact that a failure rests on, by name, with a hash in place of its value: what is kept in a file must not be the value itself.</summary>
/// <param name="Kind">E.g. <c>TargetGroup</c>.</param>
/// <param name="Key">The resource's key, which survives replacement.</param>
/// <param name="Property">As snapshots name it.</param>
/// <param name="Hash">Of the value, or <see cref="Unread"/>.</param>
public sealed record FactDigest(string Kind, string Key, string Property, string Hash)
{
    /// <summary>In place of the hash of a fact that was not seen.</summary>
    public const string Unread = "?";

    /// <summary>As people read it, e.g. <c>isStickinessEnabled of TargetGroup targetgroup/pwb</c>.</summary>
    public string Name => $"{Property} of {Kind} {Key}";
}
