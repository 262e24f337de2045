namespace Scanner.Model;

/// <summary>A line that a ParallelCluster configuration adds to <c>slurm.conf</c>.</summary>
/// <param name="Name">The parameter, as it is written; Slurm takes capitals and small letters for the same.</param>
/// <param name="Value">Its value; <c>(not kept)</c> where it may be secret.</param>
public sealed record SlurmSetting(string Name, string Value)
{
    public override string ToString() => $"{Name}={Value}";
}
