using Scanner.Model;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What Lustre file systems and file caches are linked to (fsx:DescribeDataRepositoryAssociations).</summary>
internal static class DataRepositories
{
    public static Task<Listing<Fsx.DataRepositoryAssociation>> List(AwsScope scope, CancellationToken cancellationToken) =>
        scope.Probe<FileSystem>().List("fsx:DescribeDataRepositoryAssociations",
            (token, stop) => scope.Clients.Fsx.DescribeDataRepositoryAssociationsAsync(new() { NextToken = token, MaxResults = 25 }, stop),
            page => page.NextToken, page => page.Associations, association => association.AssociationId, cancellationToken);

    /// <summary>The other types have none.</summary>
    public static bool MayHave(Fsx.FileSystem system) => system.FileSystemType?.Value is not ("OPENZFS" or "ONTAP" or "WINDOWS");

    /// <param name="links">All associations.</param>
    /// <param name="id">The file system or cache.</param>
    /// <param name="key">Its key.</param>
    /// <param name="older">The link that a Lustre file system of an older kind carries itself; null where there is none.</param>
    public static FileSystem Of(Listing<Fsx.DataRepositoryAssociation> links, string id, string key, Fsx.DataRepositoryConfiguration? older) => new()
    {
        Id = id,
        Key = key,
        DataRepositories = links.Whole().Items(all => all.Where(a => Wire.Need(a.FileSystemId ?? a.FileCacheId) == id && Lives(a))
            .Select(a => Wire.Need(a.DataRepositoryPath)).Concat(Paths(older)).Distinct().Order(StringComparer.Ordinal)),
    };

    private static bool Lives(Fsx.DataRepositoryAssociation association) => Wire.Need(association.Lifecycle?.Value) is not ("DELETING" or "FAILED");

    private static IEnumerable<string> Paths(Fsx.DataRepositoryConfiguration? older) =>
        new[] { older?.ImportPath, older?.ExportPath }.Where(p => p is { Length: > 0 }).Select(p => p!);
}
