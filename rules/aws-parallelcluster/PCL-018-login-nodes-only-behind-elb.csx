// Addresses of the cluster's own VPC and of those that it is peered with are no way in from outside.
Truth IsPeered(Vpc vpc, Environment env) => env.Of<PeeringConnection>().Any(peering => peering.Status == "active" && (peering.Requester.Is(one => one.Id == vpc.Id) || peering.Accepter.Is(one => one.Id == vpc.Id)));

Truth IsNear(Vpc vpc, Environment env) => env.Vpcs().Is(own => own.Any(one => one.Id == vpc.Id)) || IsPeered(vpc, env);

Truth IsInside(AdmittedPeer peer, Environment env) =>
    env.Of<Vpc>().Any(vpc => IsNear(vpc, env) && (vpc.Cidrs.Is(own => peer.IsWithin(own)) || vpc.Ipv6Cidrs.Is(own => peer.IsWithin(own))));

Truth IsOutside(AdmittedPeer peer, Environment env) => peer.IsGroup ? false : !IsInside(peer, env);

// A prefix list is somebody's own network, unless it holds everybody's.
Truth IsOpen(AdmittedPeer peer, Environment env) => peer.Rule.PeerKind == PeerKind.PrefixList ? peer.IsAnybody : IsOutside(peer, env);

Truth IsPublicSubnet(Ref<Subnet> subnet, Environment env) => env.Resolve(subnet).Is(found => env.Network.IsPublic(found));

Truth IsPublicHost(ComputeInstance host, Environment env) => host.PublicIp.Is(ip => ip != null) && host.Subnet.Is(subnet => subnet is { } own ? IsPublicSubnet(own, env) : false);

Truth MakesPublic(NodeGroup group, Environment env) => env.Resolve(group.Subnets).Any(subnet => subnet.MapsPublicIp && env.Network.IsPublic(subnet));

ResourceSet<AdmittedPeer> ToHost(ComputeInstance host, Environment env) => env.Network.AdmittedTo(host, "tcp", env.WorkbenchPort());

ResourceSet<AdmittedPeer> ToGroup(NodeGroup group, Environment env) => env.Network.AdmittedTo(group, "tcp", env.WorkbenchPort());

ResourceSet<AdmittedPeer> ToAll(Environment env) => env.WorkbenchHosts().SelectMany(host => ToHost(host, env)).Union(env.WorkbenchGroups().SelectMany(group => ToGroup(group, env)));

// Through such a load balancer the nodes see the clients' own addresses, which they must admit.
Truth PassesClientsOn(EntryHop hop) => hop.LoadBalancer.Type == LoadBalancerType.Network && hop.LoadBalancer.SecurityGroups.Is(groups => groups.IsEmpty) && hop.TargetGroup.PreservesClientIp;

Truth IsShut(Environment env) => env.WorkbenchHosts().All(host => !IsPublicHost(host, env) || ToHost(host, env).None(peer => IsOpen(peer, env)))
    && env.WorkbenchGroups().All(group => !MakesPublic(group, env) || ToGroup(group, env).None(peer => IsOpen(peer, env)));

new Rule<Environment>
{
    Title = "The Workbench port of login nodes is open to the load balancer only",
    Level = Level.Should,
    SecuritySeverity = 5.5,
    Basis = Basis.Derived,
    Source = "Posit Workbench on AWS ParallelCluster, Networking",
    Statements = ["parallelcluster-2024:80", "parallelcluster:51"],
    Why = "Whoever comes past the load balancer comes past its TLS, its health checks, and whatever protects it; nodes in a public subnet then stand on the internet.",
    Fix = "Admit the Workbench port of login nodes only from the load balancer's security group.",
    AppliesTo = (env, _) => env.WorkbenchHosts().Any() || env.WorkbenchGroups().Any(),
    Check = (env, _) => Require(
            IsShut(env) || env.EntryHops.Any(hop => PassesClientsOn(hop)),
            $"login nodes with public addresses admit others than the load balancer at port {env.WorkbenchPort()}: {ToAll(env).Where(peer => IsOpen(peer, env))}")
            .About(env.Of<SecurityGroup>().Where(group => ToAll(env).Any(peer => peer.By == group.Id && IsOpen(peer, env))), "ingress")
            .About(env.WorkbenchGroups().Where(group => ToGroup(group, env).Any(peer => IsOpen(peer, env))), "additionalSecurityGroups")
        .NoteIf(!IsShut(env), $"a network load balancer passes clients' addresses on, so that login nodes must admit them: {ToAll(env).Where(peer => IsOpen(peer, env))}")
        .NoteIf(IsShut(env) && ToAll(env).Any(peer => IsOpen(peer, env)), $"login nodes, which have no public addresses, admit {ToAll(env).Where(peer => IsOpen(peer, env))}")
        .NoteIf(ToAll(env).Any(peer => IsOutside(peer, env) && !IsOpen(peer, env)), $"login nodes admit addresses of prefix lists past the load balancer: {ToAll(env).Where(peer => IsOutside(peer, env) && !IsOpen(peer, env))}"),
}
