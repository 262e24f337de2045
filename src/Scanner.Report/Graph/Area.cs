namespace Scanner.Report.Graph;

/// <summary>A rectangle on the page.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}
