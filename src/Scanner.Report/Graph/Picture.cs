namespace Scanner.Report.Graph;

/// <summary>A deployment as boxes, connections and boundaries, before anything is drawn.</summary>
public sealed record Picture(string Title, string Subtitle, IReadOnlyList<Box> Boxes, IReadOnlyList<Link> Links, IReadOnlyList<Frame> Frames)
{
    /// <summary>The rules that fail, whether a box shows it or not.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>What the picture leaves out, groups, or could not see.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
