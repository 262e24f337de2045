namespace Scanner.Model.Snapshots;

/// <summary>Where a resource, or one property of it, is declared.</summary>
/// <param name="Key">The resource's key.</param>
/// <param name="Property">The property; null for the resource as a whole.</param>
/// <param name="Location">The place.</param>
public sealed record Declaration(string Key, string? Property, SourceLocation Location);
