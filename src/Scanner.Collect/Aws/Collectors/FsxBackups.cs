using Scanner.Model;
using Scanner.Model.Snapshots;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>fsx:DescribeBackups: the newest backup of each FSx file system, asked only where there is one.</summary>
internal sealed class FsxBackups(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(IReadOnlyList<Fsx.FileSystem> systems, CancellationToken cancellationToken)
    {
        if (systems.Count == 0) return;
        var backups = await scope.Probe<FileSystem>().List("fsx:DescribeBackups",
            (token, stop) => scope.Clients.Fsx.DescribeBackupsAsync(new() { NextToken = token, MaxResults = 1000 }, stop), // FSx gives as many as it likes up to that
            page => page.NextToken, page => page.Backups, backup => backup.BackupId, cancellationToken);
        foreach (var system in systems) sink.Observe(backups.Evidence, Map(backups, system));
    }

    private static FileSystem Map(Listing<Fsx.Backup> backups, Fsx.FileSystem system) => new()
    {
        Id = system.FileSystemId,
        Key = FsxFileSystems.Key(system),
        LastBackupAt = backups.Whole().Optional(all => Newest(all.Where(b => IsOf(b, system) && IsUsable(b)))),
    };

    /// <summary>That of a volume names the file system in the volume too.</summary>
    private static bool IsOf(Fsx.Backup backup, Fsx.FileSystem system) =>
        Wire.Need(backup.FileSystem?.FileSystemId ?? backup.Volume?.FileSystemId, "FileSystem.FileSystemId") == system.FileSystemId;

    private static bool IsUsable(Fsx.Backup backup) => Wire.Need(backup.Lifecycle?.Value) == "AVAILABLE";

    private static DateTimeOffset? Newest(IEnumerable<Fsx.Backup> backups) => backups.Select(b => (DateTimeOffset?)Wire.Need(Moment.Of(b.CreationTime), "CreationTime")).Max();
}
