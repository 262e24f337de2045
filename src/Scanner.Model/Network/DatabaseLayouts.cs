namespace Scanner.Model;

/// <summary>Where databases are: the subnets of their group, in the zones they are in or may fail over to.</summary>
internal sealed class DatabaseLayouts(Terrain terrain, Places places, Func<Layout, Layout, Fact<int>, Trace> connects)
{
    public Layout Of(Database database) => !database.Form.IsKnown ? Layout.Unseen(database.Id, database.Form.Source) : database.Form.Value switch
    {
        DatabaseForm.Proxy => OfProxy(database),
        DatabaseForm.Aurora or DatabaseForm.MultiAzCluster => OfCluster(database),
        _ => OfInstance(database),
    };

    private Layout OfInstance(Database database) => WithSubnets(database, all =>
    {
        var zones = database.AvailabilityZones;
        if (!zones.IsKnown || zones.Value.IsEmpty) return new Layout.OneOf(all, database.Id);
        var parts = zones.Value.Select(z => InZone(database, all, p => p.Zone == z, $"a subnet of {database.Id} in {z}")).ToList();
        if (zones.Value.Count == 1 && !database.IsMultiAz.IsFalse) parts.Add(Standby(database, all, zones.Value[0]));
        return new Layout.Each(parts);
    });

    /// <summary>The second zone of a Multi-AZ instance, where only the first was read.</summary>
    private static Layout Standby(Database database, IReadOnlyList<Layout.At> all, string zone)
    {
        var other = InZone(database, all, p => p.Zone != zone, $"the zone of the standby of {database.Id}");
        return database.IsMultiAz.IsTrue ? other : new Layout.Perhaps(other, database.IsMultiAz.Source ?? Gap.NeverRead);
    }

    private static Layout InZone(Database database, IReadOnlyList<Layout.At> all, Func<Placement, Truth> holds, string what)
    {
        var places = all.Where(p => !holds(p.Place).IsFalse).ToList();
        return places.Count > 0 ? new Layout.OneOf(places, database.Id)
            : Layout.Unseen(database.Id, NetworkGap.Hidden(database.Id, $"{what} was not found"));
    }

    /// <summary>Every member, because each may become the writer.</summary>
    private Layout.Each OfCluster(Database cluster)
    {
        var members = terrain.In<Database>(cluster.Scope).Where(d => MayBeMember(d, cluster) & d.ClusterIdentifier.Is(id => id is null ? false : Names(cluster, id)));
        var parts = members.Members.Select(m => m.Doubt is { } doubt ? new Layout.Perhaps(OfInstance(m.Item), doubt) : OfInstance(m.Item)).ToList();
        if (members.Unlisted is { } gap) parts.Add(Layout.Unseen(cluster.Id, gap));
        else if (members.Members.All(m => m.Doubt is not null)) parts.Add(Itself(cluster, members));
        return new Layout.Each(parts);
    }

    /// <summary>A cluster that shows no members is somewhere in its subnet group.</summary>
    private Layout Itself(Database cluster, ResourceSet<Database> members)
    {
        var somewhere = WithSubnets(cluster, all => new Layout.OneOf(all, cluster.Id));
        return members.Members.Count == 0 ? somewhere : new Layout.Perhaps(somewhere, members.Members[0].Doubt!);
    }

    private static Truth MayBeMember(Database database, Database cluster) =>
        database == cluster ? false : database.Form.Is(f => f is DatabaseForm.Instance or DatabaseForm.Member);

    private static Truth Names(Database cluster, string identifier)
    {
        if (cluster.Id == identifier || cluster.Id.EndsWith(":cluster:" + identifier, StringComparison.Ordinal)) return true;
        return cluster.Id.Contains(":cluster:", StringComparison.Ordinal) ? false : cluster.Name.Is(name => name == identifier);
    }

    /// <summary>The client reaches the proxy, and the proxy each database behind it on that database's own port.</summary>
    private Layout.Via OfProxy(Database proxy)
    {
        var front = WithSubnets(proxy, all => new Layout.Each(all));
        return new Layout.Via(front, Behind(proxy, front));
    }

    private Trace Behind(Database proxy, Layout front)
    {
        var fronts = proxy.Fronts;
        if (!fronts.IsKnown) return Layout.Unseen(proxy.Id, fronts.Source).Trace;
        if (fronts.Value.IsEmpty) return Layout.Nowhere(proxy.Id, "the proxy has no target", $"register the database with proxy {proxy.Label}").Trace;
        return Trace.All(fronts.Value.Select(f => terrain.Environment.Resolve(f)).Select(Follow));

        Trace Follow(Fact<Database> target)
        {
            if (!target.IsKnown) return Layout.Unseen(proxy.Id, target.Source).Trace;
            return target.Value.Form is { IsKnown: true, Value: DatabaseForm.Proxy }
                ? Layout.Unseen(proxy.Id, NetworkGap.Unsupported("a proxy behind a proxy")).Trace
                : connects(front, Of(target.Value), target.Value.Port);
        }
    }

    private Layout WithSubnets(Database database, Func<IReadOnlyList<Layout.At>, Layout> make)
    {
        var subnets = database.Subnets;
        return !subnets.IsKnown ? Layout.Unseen(database.Id, subnets.Source)
            : subnets.Value.IsEmpty ? Layout.Unseen(database.Id, NetworkGap.Unsupported($"{database.Id}, which names no subnet,"))
            : make([.. subnets.Value.Select(s => places.In(s, database.Id, database.SecurityGroups, database.IsPubliclyAccessible))]);
    }
}
