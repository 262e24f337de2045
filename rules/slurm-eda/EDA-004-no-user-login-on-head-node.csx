bool IsFor(Cidr block, Items<Cidr> users)
{
    foreach (var user in users)
        if (block.Overlaps(user)) return true;
    return false;
}

Truth AdmitsUsers(AdmittedPeer peer, Environment env) => peer.Blocks.Is(blocks => blocks.Any(block => env.Parameters.UserCidrs.Is(users => IsFor(block, users))));

// Groups are hosts of the VPC, where somebody has logged in already.
Truth IsTooOpen(AdmittedPeer peer, Environment env) =>
    peer.IsGroup ? false
    : env.Parameters.NamesAdminCidrs ? env.Parameters.AdminCidrs.Is(admins => !peer.IsWithin(admins))
    : env.Parameters.NamesUserCidrs ? peer.IsAnybody || AdmitsUsers(peer, env)
    : peer.IsAnybody;

Truth OffersDesktop(NodeGroup head) => head.Dcv.Is(desktop => desktop != null);

ResourceSet<AdmittedPeer> At(int port, Environment env) => env.HeadNodes().Where(node => node.IsRunning).SelectMany(node => env.Network.AdmittedTo(node, "tcp", port))
    .Union(env.HeadGroups().SelectMany(group => env.Network.AdmittedTo(group, "tcp", port)));

Truth IsPublic(ComputeInstance node, Environment env) => node.PublicIp.Is(ip => ip != null)
    || node.Subnet.Is(subnet => subnet is { } own ? env.Resolve(own).Is(found => env.Network.IsPublic(found)) : false);

// What the configuration says becomes the security group with the next update.
Truth DeclaresAnybody(NodeGroup head) => head.SshAllowedIps == "0.0.0.0/0" || head.SshAllowedIps == "::/0";

Judgement Weighed(Judgement judgement, Environment env) => env.HeadNodes().Any() && env.HeadNodes().None(node => IsPublic(node, env))
    ? judgement.As(Severity.Note).Note($"the head node has no public address and is in a private subnet, so that only those in the networks around it get there")
    : judgement;

new Rule<Environment>
{
    Title = "Users do not log in to the head node",
    Level = Level.Should,
    SecuritySeverity = 6.0,
    Source = "Slurm for EDA with AWS ParallelCluster, Login nodes",
    Statements = ["slurm-eda:37"],
    Why = "The head node runs the scheduler, its database and the file exports: what a user does there by mistake stops everybody's jobs. ParallelCluster lets the whole internet log in unless told otherwise.",
    Fix = "Set HeadNode/Ssh/AllowedIps to the administrators' range, and give users login nodes.",
    At = "sshAllowedIps",
    Check = (env, _) => Require(env.HeadGroups().None(head => DeclaresAnybody(head)), $"HeadNode/Ssh/AllowedIps of {env.Cluster} is unset, or everybody")
        .And(Require((env.HeadNodes().Any() || env.HeadGroups().Any()) && At(22, env).None(peer => IsTooOpen(peer, env)), $"the head node admits SSH from {At(22, env).Where(peer => IsTooOpen(peer, env))}"))
        .And(Require(
            env.HeadGroups().None(head => OffersDesktop(head)) || At(8443, env).None(peer => IsTooOpen(peer, env)),
            $"the head node admits remote desktops from {At(8443, env).Where(peer => IsTooOpen(peer, env))}")),
}
