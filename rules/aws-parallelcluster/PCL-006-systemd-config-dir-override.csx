// XDG_CONFIG_DIRS names the directories that hold a directory rstudio.
Truth NamesParent(string directories, string directory) => directory.EndsWith("/rstudio", StringComparison.Ordinal)
    && $":{directories}:".Replace("/:", ":").Contains($":{directory.Substring(0, directory.Length - "/rstudio".Length)}:", StringComparison.Ordinal);

Truth TakesFrom(StringMap variables, string directory) => variables["RSTUDIO_CONFIG_DIR"] is { } own
    ? MountPath.Covers(directory, MountPath.Normalize(own))
    : variables["XDG_CONFIG_DIRS"] is { } directories ? NamesParent(directories, directory) : false;

Truth IsBelow(StringMap variables, string directory) => variables["RSTUDIO_CONFIG_DIR"] is { } own && MountPath.Normalize(own) != directory;

Judgement Judge(WorkbenchServer server, string directory) =>
    Require(server.ServerEnvironment.Is(variables => TakesFrom(variables, directory)), $"rstudio-server on {server} does not take its configuration from {directory}: {server.ServerEnvironment}")
        .And(Require(server.LauncherEnvironment.Is(variables => TakesFrom(variables, directory)), $"rstudio-launcher on {server} does not take its configuration from {directory}: {server.LauncherEnvironment}"))
        .NoteIf(server.ServerEnvironment.Is(variables => IsBelow(variables, directory)), $"{server} takes its configuration from a directory below {directory}");

new Rule<ConfiguredServer>
{
    Title = "Both Workbench units take their configuration from /opt/rstudio",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Custom AMI",
    Statements = ["parallelcluster:70-76", "parallelcluster-2024:102"],
    Why = "A login node that reads its own copy of the configuration behaves unlike the others, and a change reaches it only with a new AMI.",
    Fix = "Add a systemd drop-in with Environment=RSTUDIO_CONFIG_DIR=/opt/rstudio for rstudio-server and rstudio-launcher to the AMI.",
    At = "customAmi",
    Check = (server, env) => server.OnHost is { } host ? Judge(host, env.Parameters.WorkbenchConfigDir) : NotApplicable($"{server} runs in Kubernetes"),
}
