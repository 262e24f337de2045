bool IsBetween(SecurityGroupRule rule, int first, int last) => rule.FromPort is { } from && rule.ToPort is { } to && from >= first && to <= last;

// Slurm's daemons, the file exports, and SSH, which is noted; messages of ICMP lead to no service.
bool IsService(SecurityGroupRule rule) => rule.Protocol == "icmp" || rule.Protocol == "icmpv6" || IsBetween(rule, 6817, 6829) || IsBetween(rule, 2049, 2049);

bool IsSsh(SecurityGroupRule rule) => IsBetween(rule, 22, 22);

Truth IsLogin(GroupHolder holder, Environment env) =>
    holder.NodeGroup is { } group ? env.LoginGroups().Any(login => login.Id == group.Id)
    : holder.Host is { } host ? env.LoginNodes().Any(login => login.Id == host.Id)
    : false;

Truth Overlaps(Subnet subnet, AdmittedPeer peer) => subnet.Cidr.Is(block => block is { } own ? peer.Overlaps(own) : false) || subnet.Ipv6Cidrs.Is(blocks => blocks.Any(block => peer.Overlaps(block)));

Truth HasLogin(AdmittedPeer peer, Environment env) => peer.IsGroup ? peer.Holders.Any(holder => IsLogin(holder, env))
    : env.LoginGroups().Any(group => env.Resolve(group.Subnets).Any(subnet => Overlaps(subnet, peer)))
        || env.LoginNodes().Any(node => node.Subnet.Is(subnet => subnet is { } own ? env.Resolve(own).Is(found => Overlaps(found, peer)) : false));

ResourceSet<AdmittedPeer> FromLogin(Environment env) => env.HeadNodes().Where(node => node.IsRunning).SelectMany(node => env.Network.AdmittedTo(node))
    .Union(env.HeadGroups().SelectMany(group => env.Network.AdmittedTo(group))).Where(peer => HasLogin(peer, env));

Truth IsTooMuch(AdmittedPeer peer) => !IsService(peer.Rule) && !IsSsh(peer.Rule);

new Rule<Environment>
{
    Title = "Login nodes reach only the controller's service ports",
    Level = Level.Should,
    SecuritySeverity = 4.0,
    Source = "Slurm for EDA with AWS ParallelCluster, Architecture",
    Statements = ["slurm-eda:27", "slurm-eda:29", "slurm-eda:31", "slurm-eda:37"],
    Why = "Users have shells on login nodes; every other port of the head node is a way from there to what keeps the cluster running.",
    Fix = "Use ParallelCluster's own security groups, or admit only 6817 to 6829 and 2049 from the login nodes to the head node.",
    AppliesTo = (env, _) => env.LoginGroups().Any() || env.LoginNodes().Any(),
    Check = (env, _) => Require(
            (env.HeadNodes().Any() || env.HeadGroups().Any()) && FromLogin(env).None(peer => IsTooMuch(peer)),
            $"the head node admits more from login nodes than its services need: {FromLogin(env).Where(peer => IsTooMuch(peer))}")
        .NoteIf(FromLogin(env).Any(peer => IsSsh(peer.Rule)), $"login nodes may open SSH to the head node: {FromLogin(env).Where(peer => IsSsh(peer.Rule))}"),
}
