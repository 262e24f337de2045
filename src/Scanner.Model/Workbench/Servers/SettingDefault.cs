namespace Scanner.Model;

/// <summary>What Workbench takes for a key that is absent.</summary>
/// <param name="File">The configuration file.</param>
/// <param name="Key">The key, which stands before any section.</param>
/// <param name="Since">The first version with this default; null where it is the first that there is.</param>
/// <param name="Value">The default; null where the key is then not set.</param>
internal sealed record SettingDefault(string File, string Key, SemanticVersion? Since, string? Value);
