namespace Scanner.Model;

/// <summary>A configuration file of Workbench or its launcher.</summary>
/// <param name="Name">E.g. <c>rserver.conf</c>.</param>
/// <param name="Sections">In the order of the file; a section's name may come several times. Empty where the file could not be read.</param>
/// <param name="Problem">Why it could not be read, with its line; null where it was.</param>
public sealed record ConfigurationFile(string Name, Items<ConfigurationSection> Sections, string? Problem = null);
