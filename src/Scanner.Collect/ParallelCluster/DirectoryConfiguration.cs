using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration says of the directory that users are in.</summary>
internal static class DirectoryConfiguration
{
    public static DirectorySettings? Read(YamlPlace config) => config.At("DirectoryService") is not { } directory ? null : new(
        directory.Text("DomainName"),
        (directory.Text("DomainAddr") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => KeptText.Of("DomainAddr", a)).ToItems(),
        directory.Has("PasswordSecretArn"),
        directory.Text("DomainReadOnlyUser") is { } user ? KeptText.Of("DomainReadOnlyUser", user) : null,
        Sssd(directory));

    public static string? Home(YamlPlace config) =>
        config.Text("DirectoryService/AdditionalSssdConfigs/override_homedir") ?? config.Text("DirectoryService/AdditionalSssdConfigs/fallback_homedir");

    private static StringMap Sssd(YamlPlace directory) => directory.Has("AdditionalSssdConfigs")
        ? new(directory.Need("AdditionalSssdConfigs").Entries.Select(e => KeyValuePair.Create(e.Key, e.Value.IsNothing ? "" : KeptText.Of(e.Key, e.Value.Text()))))
        : StringMap.Empty;
}
