using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>A configuration file, or why it could not be read. A file is read whole or not at all: half of one would let a rule take a key for unset.</summary>
internal sealed record ConfigurationReading(ConfigurationFile? File, Refusal? Refusal)
{
    /// <summary>What is stored: the file, or its name with what is wrong in it, so that the files beside it stay in view.</summary>
    public required ConfigurationFile Kept { get; init; }

    /// <summary>Where its keys stand, in the order of the file.</summary>
    public IReadOnlyList<SettingPlace> Places { get; init; } = [];

    /// <summary>Where reading ended, and why; null where it did not.</summary>
    public (int Line, int Column, string What)? Problem { get; init; }

    public static ConfigurationReading Of(ConfigurationFile file, IReadOnlyList<SettingPlace> places) => new(file, null) { Kept = file, Places = places };

    /// <summary>A file that depends on something nobody said; null where the text is that of a file.</summary>
    public static ConfigurationReading? Untold(string name, string? text) => UntoldValue.Read(text) is not var (why, remedy) ? null
        : new(null, new(GapCause.NotAsked, OneLine.Of($"{name}: {why}"), remedy)) { Kept = new(name, [], UntoldValue.Of(why, remedy)) };

    /// <param name="name">The file's.</param>
    /// <param name="line">Where, from 1. The line itself is not quoted: a secret may stand in it.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="problem">What is wrong there.</param>
    public static ConfigurationReading Bad(string name, int line, int column, string problem) =>
        new(null, new(GapCause.Failed, OneLine.Of($"{name}:{line}: {problem}"), new(RemedyKind.Flag, OneLine.Of($"mend {name}:{line}"))))
        {
            Kept = new(name, [], OneLine.Of($"{name}:{line}: {problem}")),
            Problem = (line, column, problem),
        };
}
