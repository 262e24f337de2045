using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>A configuration file, or why it could not be read. A file is read whole or not at all: half of one would let a rule take a key for unset.</summary>
internal sealed record ConfigurationReading(ConfigurationFile? File, Refusal? Refusal)
{
    /// <summary>What is stored: the file, or its name with what is wrong in it, so that the files beside it stay in view.</summary>
    public required ConfigurationFile Kept { get; init; }

    public static ConfigurationReading Of(ConfigurationFile file) => new(file, null) { Kept = file };

    /// <param name="name">The file's.</param>
    /// <param name="line">Where, from 1. The line itself is not quoted: a secret may stand in it.</param>
    /// <param name="problem">What is wrong there.</param>
    public static ConfigurationReading Bad(string name, int line, string problem) =>
        new(null, new(GapCause.Failed, OneLine.Of($"{name}:{line}: {problem}"), new(RemedyKind.Flag, OneLine.Of($"mend {name}:{line}")))) { Kept = new(name, [], OneLine.Of($"{name}:{line}: {problem}")) };
}
