using System.Text.Json;

namespace Scanner.Check.Drift.Declared;

/// <summary>A key of a configuration file, or the file itself, that is another than declared.</summary>
/// <param name="Path">Where, as places in files are named.</param>
/// <param name="Declared">What is declared; null for nothing.</param>
/// <param name="Live">What is there; null for nothing.</param>
internal sealed record SettingDifference(string Path, JsonElement? Declared, JsonElement? Live)
{
    /// <summary>Whether one of them is not known: it might be secret, or the file could not be read.</summary>
    public bool IsOpen { get; init; }
}
