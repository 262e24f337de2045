using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

/// <summary>What counts as a backup.</summary>
public sealed class BackupsTests
{
    [Theory]
    [InlineData("PERSISTENT_2", 1, true)]
    [InlineData("PERSISTENT_2", 0, null)]
    [InlineData("SCRATCH_2", 0, false)]
    [InlineData("SCRATCH_1", 7, false)]
    public void Lustre_counts_by_its_retention_and_scratch_never(string deployment, int days, bool? expected) => Assert.Equal(expected, Answer(new FileSystem
    {
        Id = "fs-1", Type = FileSystemType.Lustre, DeploymentType = deployment, BackupRetentionDays = days,
    }.IsBackedUp()));

    [Theory]
    [InlineData("ENABLED", true)]
    [InlineData("DISABLED", null)]
    [InlineData(null, null)]
    public void Efs_counts_by_its_policy(string? policy, bool? expected) =>
        Assert.Equal(expected, Answer(new FileSystem { Id = "fs-1", Type = FileSystemType.Efs, DeploymentType = (string?)null, BackupPolicy = policy }.IsBackedUp()));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, null)]
    public void Databases_count_by_their_retention(int days, bool? expected) => Assert.Equal(expected, Answer(new Database { Id = "db-1", BackupRetentionDays = days }.IsBackedUp()));

    [Fact]
    public void What_was_not_read_stays_open() => Assert.Null(Answer(new FileSystem { Id = "fs-1", Type = FileSystemType.Lustre, BackupRetentionDays = 7 }.IsBackedUp()));

    private static bool? Answer(Truth truth) => truth.IsUnknown ? null : truth.IsTrue;
}
