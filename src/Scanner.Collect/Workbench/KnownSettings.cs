namespace Scanner.Collect.Workbench;

/// <summary>The settings of Workbench and its launcher whose values are kept: those that say how it is built, and none that is free text.</summary>
internal static class KnownSettings
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        // rserver.conf
        "www-port", "www-address", "www-root-path", "www-host-name", "load-balancing-enabled", "server-shared-storage-path", "server-shared-storage", "server-project-sharing",
        "server-multiple-sessions", "server-health-check-enabled", "server-data-dir", "server-user", "server-license-type", "ssl-enabled", "admin-enabled", "admin-group",
        "auth-none", "auth-saml", "auth-openid", "auth-proxy", "auth-pam-sessions-enabled", "auth-saml-metadata-url", "auth-openid-issuer", "user-provisioning-enabled",
        "launcher-sessions-enabled", "launcher-address", "launcher-port", "launcher-use-ssl", "launcher-default-cluster", "launcher-sessions-clusters", "launcher-adhoc-clusters",
        "launcher-sessions-callback-address", "launcher-sessions-auto-update", "launcher-sessions-init-container-image-name", "launcher-sessions-init-container-image-tag",
        "launcher-sessions-create-container-user", "launcher-sessions-create-container-user-mode", "launcher-positron-init-container-enabled", "metrics-enabled", "metrics-port",
        "database-config-file", "secure-cookie-key-file", "r-versions-scan", "rsession-which-r",
        // load-balancer, launcher.conf and its plugins
        "balancer", "address", "port", "name", "type", "exe", "config-file", "authorization-enabled", "admin-group", "thread-pool-size", "enable-debug-logging", "scratch-path",
        "kubernetes-namespace", "use-templating", "profile-config", "api-url", "job-json-overrides", "fetch-limit", "verify-ssl-certs", "job-expiry-hours",
        "slurm-service-user", "slurm-bin-path", "singularity-image-directory", "allowed-partitions", "default-partition", "max-cpus", "default-cpus", "max-mem-mb", "default-mem-mb",
        "max-gpus", "container-images", "default-container-image", "allow-unknown-images", "placement-constraints", "cpu-request-ratio", "memory-request-ratio", "resource-profiles",
        // rsession.conf, jupyter.conf, vscode.conf, positron.conf
        "session-timeout-minutes", "session-timeout-suspend", "session-timeout-kill-hours", "session-cull-minutes", "session-shutdown-minutes", "session-save-action-default",
        "session-default-working-dir", "default-rsconnect-server", "enabled", "labs-enabled", "notebooks-enabled", "jupyter-exe", "default-session-cluster", "vscode-session-path",
        // database.conf, without who asks and by which password
        "provider", "host", "database", "connection-uri",
        // launcher-mounts, profiles
        "path", "mountpath", "readonly", "mounttype", "cluster", "max-memory-mb", "session-limit", "allow-terminal",
    };

    public static bool Has(string name) => s_names.Contains(name);
}
