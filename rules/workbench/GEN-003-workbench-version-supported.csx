new Rule<ConfiguredServer>
{
    Title = "The installed Workbench version is currently supported",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Custom AMI",
    Statements = ["parallelcluster-2024:100", "parallelcluster:68"],
    Why = "Posit supports an edition for 18 months; after that nobody mends its holes, and nobody helps when it fails.",
    Fix = "Build a new AMI or image with a supported edition and roll the hosts.",
    // the document on ParallelCluster words it; elsewhere it follows from Posit's policy
    Severities = [("aws-parallelcluster", Severity.Error), ("workbench", Severity.Warning)],
    SecuritySeverity = 6.0,
    Check = (server, env) => Require(
            env.EditionOf(server).Is(edition => edition.IsSupported),
            $"{server} runs Workbench {server.Version}, which is no longer supported: {env.EditionOf(server)}")
        .NoteIf(env.EditionOf(server).Is(edition => edition.IsSupported && !edition.IsNewest), $"edition {env.EditionOf(server)}"),
}
