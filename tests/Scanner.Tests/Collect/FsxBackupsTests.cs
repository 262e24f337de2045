using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class FsxBackupsTests
{
    private const string Action = "fsx:DescribeBackups", Lustre = "fs-0123456789abcdef0", Ontap = "fs-0a0a0a0a0a0a0a0a1", Windows = "fs-0c0c0c0c0c0c0c0c1";

    [Fact]
    public async Task Newest_that_can_be_restored_counts()
    {
        await using var aws = new RecordedAws("parallelcluster-everything");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 5, 0, 0, TimeSpan.Zero), snapshot.Of<FileSystem>(Lustre).LastBackupAt.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 5, 10, 0, TimeSpan.Zero), snapshot.Of<FileSystem>(Ontap).LastBackupAt.Value);
        Assert.Null(snapshot.Of<FileSystem>(Windows).LastBackupAt.Value);
        Assert.Single(aws.Requests, r => r.Action == Action);
    }

    [Fact]
    public async Task Of_EFS_nothing_is_said()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        Assert.Equal(GapCause.NotAsked, (await RecordedScan.Run(aws)).Of<FileSystem>("fs-0fedcba9876543210").LastBackupAt.Gap!.Cause);
    }

    [Fact]
    public async Task All_pages_count()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Action, $$"""{"Backups":[{{Backup("backup-1", 1772946000)}}],"NextToken":"backups-2"}""")
            .Answer($"{Action}.backups-2", $$"""{"Backups":[{{Backup("backup-2", 1773032400)}}]}""");

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1773032400), (await RecordedScan.Run(aws)).Of<FileSystem>(Lustre).LastBackupAt.Value);
    }

    [Fact]
    public async Task Second_page_that_is_not_answered_leaves_the_newest_unknown()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Action, $$"""{"Backups":[{{Backup("backup-1", 1772946000)}}],"NextToken":"backups-2"}""").Answer($"{Action}.backups-2", "<html>proxy</html>");

        Assert.Equal(GapCause.Failed, (await RecordedScan.Run(aws)).Of<FileSystem>(Lustre).LastBackupAt.Gap!.Cause);
    }

    [Fact]
    public async Task Empty_list_says_that_there_is_none()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Action, """{"Backups":[]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Null(snapshot.Of<FileSystem>(Lustre).LastBackupAt.Value);
    }

    [Theory]
    [InlineData("FileSystem", """{"BackupId":"b","Lifecycle":"AVAILABLE","CreationTime":1772946000}""")]
    [InlineData("Lifecycle", """{"BackupId":"b","CreationTime":1772946000,"FileSystem":{"FileSystemId":"fs-0123456789abcdef0"}}""")]
    [InlineData("CreationTime", """{"BackupId":"b","Lifecycle":"AVAILABLE","FileSystem":{"FileSystemId":"fs-0123456789abcdef0"}}""")]
    public async Task Backup_that_is_not_told_in_full_is_not_none(string field, string backup)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Action, $$"""{"Backups":[{{backup}}]}""");

        Assert.Contains(field, (await RecordedScan.Run(aws)).Of<FileSystem>(Lustre).LastBackupAt.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_is_a_gap_of_the_backup_alone()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(Action, Trouble.Denied);

        var system = (await RecordedScan.Run(aws)).Of<FileSystem>(Lustre);

        Assert.Equal($"allow {Action}", system.LastBackupAt.Gap!.Remedy.ToString());
        Assert.Equal(7, system.BackupRetentionDays.Value);
    }

    [Fact]
    public async Task Without_a_file_system_none_is_asked_for()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("fsx:DescribeFileSystems", """{"FileSystems":[]}""");

        await RecordedScan.Run(aws);

        Assert.DoesNotContain(Action, aws.Actions);
    }

    private static string Backup(string id, long created) => $$"""{"BackupId":"{{id}}","Lifecycle":"AVAILABLE","CreationTime":{{created}},"FileSystem":{"FileSystemId":"{{Lustre}}"} }""";
}
