Fact<DatabaseChoice?> Accounting(Environment env) => env.IsKubernetes ? (DatabaseChoice?)null
    : env.Parameters.NamesAccountingDatabase ? env.AccountingDatabase()
    : env.Cluster.Accounting.Then(named => named == null ? (DatabaseChoice?)null : env.DatabaseAt(named.Host));

Truth IsBackedUp(Fact<DatabaseChoice?> choice, Environment env) => choice.Is(found => found == null
    || found.BehindProxy(env).Is(behind => env.AttestedWhereUnseen("GEN-014", behind.Database.IsBackedUp())));

// Whether AWS Backup keeps some is not asked: somebody who knows may say it.
Truth Survives(FileSystem system, Environment env) => env.AttestedWhereUnseen("GEN-014", system.IsBackedUp());

Judgement Kept(Fact<DatabaseChoice?> choice, string what, Environment env) => Require(IsBackedUp(choice, env), $"the {what} database is not backed up")
    .About(env.Of<Database>().Where(db => choice.Is(found => found == null ? false : found.BehindProxy(env).Is(behind => behind.Database.Id == db.Id))), "backupRetentionDays");

new Rule<Environment>
{
    Title = "Databases and file systems have backups configured",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster-2024:71", "parallelcluster:112", "eks:65"],
    Why = "Homes that were deleted, and a database that was damaged, come back from a backup or not at all.",
    Fix = "Turn on automatic backups, or an AWS Backup plan; use PERSISTENT_2 instead of SCRATCH for homes.",
    Architectures = ["aws-parallelcluster", "aws-eks"],
    Check = (env, _) => Require(
            env.FileSystemsInUse().None(fs => fs.IsScratch()), $"scratch file systems cannot be backed up or replicated: {env.FileSystemsInUse().Where(fs => fs.IsScratch())}")
            .About(env.FileSystemsInUse().Where(fs => fs.IsScratch()), "deploymentType")
        .And(Require(env.FileSystemsInUse().All(fs => Survives(fs, env)), $"not all file systems are backed up: {env.FileSystemsInUse()}")
            .About(env.FileSystemsInUse().Where(fs => !Survives(fs, env)), "backupRetentionDays, backupPolicy"))
        .And(Kept(env.MetadataDatabase(), "metadata", env))
        .And(Kept(Accounting(env), "accounting", env))
        .NoteIf(env.FileSystemsInUse().Any(fs => fs.DataRepositories.Is(links => !links.IsEmpty)), $"what is linked to S3 is kept there as well, as far as it is exported: {env.FileSystemsInUse().Where(fs => fs.DataRepositories.Is(links => !links.IsEmpty))}")
        .NoteIf(env.FileSystemsInUse().Any(fs => fs.DeletionPolicy == "Delete"), $"some file systems are deleted together with the cluster: {env.FileSystemsInUse().Where(fs => fs.DeletionPolicy == "Delete")}"),
}
