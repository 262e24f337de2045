namespace Scanner.Model;

/// <summary>Tells the installations on hosts of one target apart: those whose databases surely differ are different ones.</summary>
internal sealed class HostGrouping(Environment environment)
{
    /// <summary>The databases that surely differ; none where all hosts may be of one installation.</summary>
    public IReadOnlyList<string> Databases(ResourceSet<ComputeInstance> hosts)
    {
        var known = hosts.Members.Select(m => DatabaseOf(m.Item)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return known.Count > 1 ? known : [];
    }

    /// <summary>The hosts with that database; one whose database is not known may be of any installation, unless a load balancer serves it with one of these.</summary>
    public ResourceSet<ComputeInstance> Sharing(IReadOnlyList<Member<ComputeInstance>> hosts, string database, Gap? missing)
    {
        var said = hosts.Select(m => (m.Item, Database: DatabaseOf(m.Item))).ToList();
        var own = said.Where(s => s.Database == database).Select(s => s.Item).ToList();
        return new([.. said.Where(s => s.Database is null || s.Database == database)
            .Select(s => new Member<ComputeInstance>(s.Item, s.Database is null && !own.Exists(o => AreServedTogether(o, s.Item)) ? Unclear(s.Item) : null))], missing);
    }

    private string? DatabaseOf(ComputeInstance host) => HostDatabases.Of(environment, host) is { IsKnown: true, Value: var database } ? database : null;

    private bool AreServedTogether(ComputeInstance one, ComputeInstance other) => environment.Of<TargetGroup>().Members.Any(m => m.Item.Registered is { IsKnown: true, Value: var targets }
        && targets.AsEnumerable().Where(t => HostBackend.IsPort(environment, t.Port)).ToList() is var open
        && open.Exists(t => EntryHop.IsTarget(t.Id, one).IsTrue) && open.Exists(t => EntryHop.IsTarget(t.Id, other).IsTrue));

    private static Gap Unclear(ComputeInstance host) => new(host.Scope, nameof(ComputeInstance), host.Id, GapCause.Undecidable,
        OneLine.Of($"which of several installations {host.Id} belongs to cannot be told: its database is not known"), new(RemedyKind.Probe, host.Id));
}
