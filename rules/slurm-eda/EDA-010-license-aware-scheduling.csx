Truth HasLicenses(Cluster cluster) => cluster.CustomSlurmSettings.Is(settings => settings.Any(setting => setting.Name.Equals("Licenses", StringComparison.OrdinalIgnoreCase) && setting.Value != ""));

new Rule<Environment>
{
    Title = "License-aware scheduling is configured",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Licenses",
    Statements = ["slurm-eda:62"],
    Why = "Jobs that start without a free license fail after they have waited and paid for a node.",
    Fix = "Add Licenses (e.g. vcs:800) to Scheduling/SlurmSettings/CustomSlurmSettings. Licenses that slurmdbd keeps cannot be seen.",
    At = "customSlurmSettings",
    AppliesTo = (env, _) => env.Parameters.LicensesRequired,
    Check = (env, _) => HasLicenses(env.Cluster) ? Pass()
        : env.Cluster.SlurmSettingsFile.Value is { } file
            ? Undecidable($"slurm.conf includes {file}, which may have Licenses and was not read", "license-aware scheduling")
            : Fail($"CustomSlurmSettings has no Licenses, and jobs need them (licensesRequired)"),
}
