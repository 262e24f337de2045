namespace Scanner.Model;

/// <summary>A section of a configuration file.</summary>
/// <param name="Name">E.g. <c>cluster</c>, <c>@group</c> or <c>*</c>; empty for what stands before the first section.</param>
/// <param name="Values">Its keys; of those that may be secret only the keys, with the value <c>(not kept)</c>.</param>
public sealed record ConfigurationSection(string Name, StringMap Values);
