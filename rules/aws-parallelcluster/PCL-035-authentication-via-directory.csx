Truth UsesSso(ConfiguredServer server) => server.IsOn("rserver.conf", "auth-saml") || server.IsOn("rserver.conf", "auth-openid");

Truth UsesProxy(ConfiguredServer server) => server.IsOn("rserver.conf", "auth-proxy");

// They are on unless somebody turns them off.
Truth HasPamSessions(ConfiguredServer server) => server.Written("rserver.conf", "auth-pam-sessions-enabled").Is(text => text is null || (text.Trim() != "0" && text.Trim().ToLowerInvariant() != "false"));

Judgement Judge(ConfiguredServer server, Environment env) => UsesSso(server)
    ? Require(HasPamSessions(server), $"{server} signs users in by SSO, with auth-pam-sessions-enabled off")
    : UsesProxy(server)
        ? Require(UsesProxy(server), $"{server} does not take users from a proxy").Note($"{server} takes users as a proxy names them (auth-proxy)")
        : Require(env.Cluster.Directory.Is(directory => directory is not null), $"{server} signs users in by PAM, and {env.Cluster} has no DirectoryService");

new Rule<ConfiguredServer>
{
    Title = "Workbench users authenticate against the cluster's directory",
    Level = Level.Advice,
    SecuritySeverity = 4.0,
    Source = "Posit Workbench on AWS ParallelCluster, Authentication",
    Statements = ["parallelcluster:88-89", "parallelcluster-2024:115"],
    Why = "Users that compute nodes do not know cannot start sessions there; where nobody is asked who they are, anybody is anybody.",
    Fix = "Sign users in by PAM with DirectoryService, or by SAML or OpenID Connect with auth-pam-sessions-enabled=1.",
    At = "files[rserver.conf], directory",
    Check = (server, env) => Require(!server.IsOn("rserver.conf", "auth-none"), $"{server} asks nobody who they are (auth-none)").And(Judge(server, env)),
}
