Truth SignsInElsewhere(ConfiguredServer server) => server.IsOn("rserver.conf", "auth-saml") || server.IsOn("rserver.conf", "auth-openid") || server.IsOn("rserver.conf", "auth-proxy");

// The chart mounts the configuration of SSSD out of a Secret.
Truth HasDirectory(Installation? installation) => installation is { } workbench ? MountsDirectory(workbench) : (Truth)false;

Truth MountsDirectory(Installation workbench) => workbench.Server.Containers.Is(all => all.Any(c => c.Mounts.Any(m => m.Path.StartsWith("/etc/sssd", StringComparison.Ordinal))));

Truth GetsUsers(ConfiguredServer server) => server.IsOn("rserver.conf", "user-provisioning-enabled") || HasDirectory(server.Installation);

// The chart's userCreate makes one user with a password that everybody can look up.
Truth MakesTestUser(Installation? installation) => installation is { } workbench
    ? workbench.Server.Containers.Is(all => all.Any(c => c.EnvironmentNames.Contains("RSW_TESTUSER")))
    : (Truth)false;

new Rule<ConfiguredServer>
{
    Title = "Users sign in by SSO and are provisioned from an identity provider",
    Level = Level.Advice,
    SecuritySeverity = 4.0,
    Source = "Posit Workbench on AWS EKS, User authentication",
    Statements = ["eks:136"],
    Why = "Users who are kept in the pods are gone with them, and nobody takes access away from those who leave.",
    Fix = "Configure OpenID Connect or SAML, and user provisioning (SCIM or just in time) or SSSD.",
    At = "files[rserver.conf]",
    Check = (server, _) => Require(!server.IsOn("rserver.conf", "auth-none"), $"{server} lets everybody in without signing in (auth-none)")
        .And(Require(SignsInElsewhere(server), $"{server} has no single sign-on: users sign in by PAM only"))
        .And(Require(GetsUsers(server), $"{server} gets its users from nowhere: neither user provisioning nor SSSD is configured"))
        .NoteIf(MakesTestUser(server.Installation), $"the chart makes a user of its own (userCreate), whose default password everybody knows"),
}
