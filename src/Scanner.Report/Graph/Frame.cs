namespace Scanner.Report.Graph;

/// <summary>A boundary of the network around boxes: a VPC or a subnet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is written on it.</param>
/// <param name="Vpc">Of a subnet, its VPC; null for a VPC.</param>
public sealed record Frame(string Id, string Title, string? Vpc);
