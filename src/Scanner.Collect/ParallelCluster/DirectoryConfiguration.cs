using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration says of the directory that users are in.</summary>
internal static class DirectoryConfiguration
{
    /// <summary>Settings of SSSD whose values say something of users and homes; others may be passwords by any name.</summary>
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "access_provider", "ad_access_filter", "auth_provider", "cache_credentials", "default_shell", "enumerate", "fallback_homedir", "id_provider",
        "ldap_id_mapping", "ldap_referrals", "ldap_schema", "override_homedir", "override_shell", "use_fully_qualified_names",
    };

    public static DirectorySettings? Read(YamlPlace config) => config.At("DirectoryService") is not { } directory ? null : new(
        directory.Text("DomainName"),
        (directory.Text("DomainAddr") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => KeptText.Of("DomainAddr", a)).ToItems(),
        directory.Has("PasswordSecretArn"),
        directory.Text("DomainReadOnlyUser") is { } user ? KeptText.Of("DomainReadOnlyUser", user) : null,
        Sssd(directory));

    public static string? Home(YamlPlace config) =>
        config.Text("DirectoryService/AdditionalSssdConfigs/override_homedir") ?? config.Text("DirectoryService/AdditionalSssdConfigs/fallback_homedir");

    private static StringMap Sssd(YamlPlace directory) => directory.Has("AdditionalSssdConfigs")
        ? new(directory.Need("AdditionalSssdConfigs").Entries.Select(e => KeyValuePair.Create(e.Key, Value(e.Key, e.Value))))
        : StringMap.Empty;

    private static string Value(string key, YamlPlace value) =>
        !s_kept.Contains(key) ? Model.Configuration.NotKept : value.IsNothing ? "" : KeptText.Of(key, value.Text());
}
