namespace Scanner.Model;

/// <summary>Who said so: the plane, the scope (account and region, cluster, file), the API action or file, and when.</summary>
/// <remarks>One instance serves every fact that the same answer brought.</remarks>
public sealed record Evidence(Plane Plane, string Scope, string Action, DateTimeOffset At) : Source
{
    /// <summary>Conclusions that the model itself drew from several facts.</summary>
    internal static readonly Evidence Derived = new(Plane.Live, "", "derived", default);

    /// <summary><c>file:line:column</c> in a document, where the fact was declared in one.</summary>
    public string? Locator { get; init; }

    internal override Gap? Missing => null;
}
