namespace Scanner.Collect.Workbench;

/// <summary>Where a key stands in a configuration file; lines and columns from 1, the end column exclusive.</summary>
/// <param name="Path">The key, with its section before it where it has one: <c>www-port</c>, <c>cluster[Slurm].type</c>.</param>
/// <param name="Key">The key alone.</param>
/// <param name="IsKept">Whether its value is kept, and so may be shown.</param>
internal sealed record SettingPlace(string Path, string Key, bool IsKept, int Line, int Column, int EndColumn);
