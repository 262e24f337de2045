namespace Scanner.Model;

/// <summary>Whether a directory on a host takes POSIX access control lists (node facts, <c>acl</c>).</summary>
/// <param name="Path">The directory.</param>
/// <param name="HasPosixAcl">What the file system answered when it was asked for one.</param>
public sealed record DirectoryAcl(string Path, bool HasPosixAcl);
