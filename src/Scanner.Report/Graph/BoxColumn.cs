namespace Scanner.Report.Graph;

/// <summary>Where a box stands in a picture, from left to right.</summary>
public enum BoxColumn
{
    Users,
    Entry,
    Hosts,
    Data,
}
