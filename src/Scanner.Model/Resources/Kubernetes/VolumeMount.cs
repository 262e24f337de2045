namespace Scanner.Model;

/// <summary>Where a container sees a volume.</summary>
/// <param name="Volume">The volume's name in its pod.</param>
/// <param name="SubPath">Null where the whole volume is mounted.</param>
public sealed record VolumeMount(string Volume, string Path, string? SubPath, bool ReadOnly);
