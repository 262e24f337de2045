// A name leads to an address, or to the name that EC2 gives a host by its address.
Truth IsOf(string target, string prefix, string address) => target == address || target.StartsWith(prefix + address.Replace(".", "-") + ".", StringComparison.Ordinal);

Truth LeadsTo(DnsRecord record, ComputeInstance host) => record.Targets.Is(targets =>
    host.PrivateIps.Is(ips => ips.Any(ip => targets.Any(target => IsOf(target, "ip-", ip))))
    || host.PublicIp.Is(ip => ip != null && targets.Any(target => IsOf(target, "ec2-", ip)))
    || host.Ipv6Addresses.Is(ips => ips.Any(ip => targets.Contains(ip))));

ResourceSet<DnsRecord> Names(Environment env) => env.Of<DnsRecord>().Where(record => env.WorkbenchHosts().Any(host => LeadsTo(record, host)));

// Records that fail over, or answer with several values, are several of one name.
Truth LeadsToSeveral(DnsRecord record, Environment env) => env.WorkbenchHosts().Where(host =>
    Names(env).Any(other => record.Name.Is(name => other.Name == name) && LeadsTo(other, host))).Count() >= 2;

new Rule<Environment>
{
    Title = "Single-node routing leaves one server as the only entry",
    Level = Level.Advice,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:16", "workbench:27-28"],
    Why = "Without a load balancer in front, people come in through one of the servers. It works, and when that server fails, nobody comes in although others run.",
    Fix = "Put a load balancer in front of all servers, or a DNS name that fails over to another, if Workbench is to be highly available.",
    AppliesTo = (env, _) => !env.EntryHops.Any(),
    Check = (env, _) => Names(env).Any()
        ? Require(Names(env).Any(name => LeadsToSeveral(name, env)), $"no load balancer is in front, and {Names(env)} leads to {env.WorkbenchHosts().Where(host => Names(env).Any(name => LeadsTo(name, host)))} only").About(Names(env), "targets")
        : Undecidable($"no load balancer is in front, and no name in Route 53 leads to a Workbench server, so how people come in is not known", "how people come in to Workbench"),
}
