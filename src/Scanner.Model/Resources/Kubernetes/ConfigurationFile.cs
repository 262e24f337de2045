namespace Scanner.Model;

/// <summary>A configuration file of Workbench or its launcher.</summary>
/// <param name="Name">E.g. <c>rserver.conf</c>.</param>
/// <param name="Sections">In the order of the file; a section's name may come several times.</param>
public sealed record ConfigurationFile(string Name, Items<ConfigurationSection> Sections);
