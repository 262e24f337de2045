namespace Scanner.Model;

/// <summary>Workbench on a ParallelCluster's login nodes: by what the pools register, and by what is registered.</summary>
internal sealed class LoginBackend(Environment environment) : Backend(environment)
{
    public override Gap? Unlisted => Environment.LoginNodes().Unlisted ?? Environment.LoginGroups().Unlisted;

    public override Truth IsServedBy(TargetGroup group) =>
        (IsFedByPool(group) && group.Port.Is(port => ListensAt(port, group)))
        || group.Registered.Is(targets => targets.Any(t => IsHost(t) && ListensAt(t.Port, group)));

    private Truth IsFedByPool(TargetGroup group) =>
        ButListed(Environment.LoginGroups().Any(g => g.TargetGroups.Is(fed => fed.Contains(new(group.Id)))), Environment.LoginGroups());

    private Truth IsHost(Registration target) => ButListed(Environment.LoginNodes().Any(host => EntryHop.IsTarget(target.Id, host)), Environment.LoginNodes());
}
