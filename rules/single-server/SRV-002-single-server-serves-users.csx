bool Covers(SecurityGroupRule rule, int port) => (rule.Protocol == "tcp" || rule.Protocol == "6" || rule.Protocol == "-1")
    && (rule.FromPort == null || (rule.FromPort <= port && port <= (rule.ToPort ?? rule.FromPort)));

// A proxy on the host itself listens at 443.
Truth IsWorkbenchs(SecurityGroupRule rule, Environment env) => Covers(rule, 443)
    || env.Servers.Any(server => server.Setting("rserver.conf", "www-port").Is(port => port != null && Covers(rule, int.Parse(port))));

// Users come from addresses, or through a load balancer; another host is no user.
Truth IsForUsers(SecurityGroupRule rule, Environment env) => rule.PeerKind != PeerKind.SecurityGroup
    || env.Of<LoadBalancer>().Any(balancer => balancer.SecurityGroups.Is(groups => groups.Any(group => group.Id == rule.Peer)));

Truth IsOpen(ComputeInstance host, Environment env) => env.Resolve(host.SecurityGroups).Any(group =>
    group.Ingress.Is(rules => rules.Any(rule => IsWorkbenchs(rule, env) && IsForUsers(rule, env))));

new Rule<Environment>
{
    Title = "The single server is the users' entry point",
    Level = Level.Advice,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Single server",
    Statements = ["workbench:1"],
    Why = "Browsers talk to the server itself. Where its security groups admit nobody at Workbench's port, nobody can log in.",
    Fix = "Admit the users' network at Workbench's port (443, or www-port of rserver.conf) in a security group of the server.",
    FixFor = (_, env) => $"Admit the users' network at Workbench's port (443, or www-port of rserver.conf) in a security group of {env.WorkbenchHosts()}.",
    Check = (env, _) => Require(!env.WithStoppedServer().Any(), $"Workbench is stopped on {env.WithStoppedServer()}").About(env.WithStoppedServer()).And(Require(
        env.WorkbenchHosts().Any() && env.WorkbenchHosts().All(host => IsOpen(host, env)),
        $"no security group admits anybody at Workbench's port on {env.WorkbenchHosts().Where(host => !IsOpen(host, env))}")
        .About(env.WorkbenchHosts().Where(host => !IsOpen(host, env)).SelectMany(host => env.Resolve(host.SecurityGroups)), "ingress")
        .About(env.WorkbenchHosts().Where(host => !IsOpen(host, env)), "securityGroups")),
}
