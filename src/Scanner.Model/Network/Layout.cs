namespace Scanner.Model;

/// <summary>Where an endpoint is in the network, as far as the scan tells.</summary>
internal abstract record Layout
{
    private Layout() { }

    /// <summary>Something stands there, and traffic goes to or comes from there.</summary>
    public sealed record At(Placement Place) : Layout;

    /// <summary>In all of these places: a connection is needed with each.</summary>
    public sealed record Each(IReadOnlyList<Layout> Parts) : Layout;

    /// <summary>In one of these places, and nothing tells which.</summary>
    public sealed record OneOf(IReadOnlyList<Layout> Parts, string Owner) : Layout;

    /// <summary>A client uses the one in its own zone, and any where its zone has none.</summary>
    public sealed record Nearest(IReadOnlyList<At> Parts, string Owner) : Layout;

    /// <summary>A front that passes everything on to what is behind it, in connections of its own.</summary>
    public sealed record Via(Layout Front, Trace Behind) : Layout;

    /// <summary>Perhaps there; the gap would tell.</summary>
    public sealed record Perhaps(Layout Part, Source Doubt) : Layout;

    /// <summary>Does not depend on the other end.</summary>
    public sealed record Settled(Trace Trace) : Layout;

    /// <summary>There is something that the scan did not see.</summary>
    public static Settled Unseen(string owner, Source gap) =>
        new Settled(Trace.Of(new(Truth.Unknown(gap), owner, "where it is in the network was not read")));

    /// <summary>There surely is nothing.</summary>
    public static Settled Nowhere(string owner, string text, string? fix) =>
        new Settled(Trace.Of(new(Truth.Of(false, Evidence.Derived), owner, text, fix)));
}
