// The UI calls the same API as the CLI, and the EDA solution tags its clusters as the UI's: nothing in the account tells who did it.
bool Begins(string note, string word) => note.Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase);

Judgement Judge(string note) => Begins(note, "ui") ? Fail($"the cluster is in production, and deployed by the UI")
    : Begins(note, "eda") ? Pass().Note($"deployed by the EDA solution, which is the best way")
    : Begins(note, "cli") || Begins(note, "api") ? Pass().Note($"deployed by CLI or API; the EDA solution does more")
    : Undecidable($"the attestation of EDA-007 does not begin with cli, api, eda or ui: {note}", "EDA-007");

new Rule<Environment>
{
    Title = "The cluster is deployed by CLI, API or the EDA solution, and not by the UI",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Deployment",
    Statements = ["slurm-eda:44", "slurm-eda:46", "slurm-eda:48", "slurm-eda:50", "slurm-eda:52", "slurm-eda:54"],
    Why = "What is clicked together cannot be reviewed, repeated or taken back; in production that is found out when it breaks.",
    Fix = "Manage the cluster with the CLI or API in a pipeline, or adopt the EDA solution; then attest EDA-007 with a note that begins with cli, api or eda (or ui).",
    Check = (env, _) => env.Parameters.IsProduction
        ? Judge(env.AttestedNote("EDA-007").Value)
        : Pass().Note($"any way of deployment will do for a proof of concept"),
}
