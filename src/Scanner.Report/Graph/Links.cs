using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>The connections that a deployment needs, each with what the network says of it.</summary>
internal sealed class Links(Model.Environment environment)
{
    private const int SlurmController = 6820;
    private const int SlurmDaemon = 6818;

    public static IEnumerable<Link> FromUsers(IReadOnlyList<Box> boxes, HostBoxes hosts) => boxes.All(b => b.Column is not BoxColumn.Entry) ? hosts.Servers.Select(to => new Link(EntryBoxes.Users, to, "direct", LinkState.Plain, ""))
        : boxes.Where(b => b.Column is BoxColumn.Entry && b.Endpoints.Count > 0)
        .Select(b => new Link(EntryBoxes.Users, b.Id, string.Join(", ", b.Members.OfType<EntryHop>().Select(h => $"{h.Listener.Protocol}:{Shown.Of(h.Listener.Port)}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), LinkState.Plain, ""));

    /// <summary>From each load balancer to the servers that it leads to.</summary>
    public IEnumerable<Link> ToServers(IReadOnlyList<Box> boxes, EntryBoxes entries, HostBoxes hosts)
    {
        foreach (var (id, hops) in entries.Hops)
            foreach (var server in hosts.Servers.Select(s => Find(boxes, s)))
                if (hops.FirstOrDefault(h => !Serves(h, server).IsFalse) is { } hop)
                    yield return Ask(id, server, hop.TargetGroup.Port is { IsKnown: true, Value: null } ? default : hop.TargetGroup.Port.Map(p => p ?? 0), from: [hop.LoadBalancer]);
    }

    /// <summary>From Workbench's servers to Slurm's controller, and from there to the nodes.</summary>
    public IEnumerable<Link> Slurm(IReadOnlyList<Box> boxes, HostBoxes hosts) => environment.IsKubernetes ? [] :
    [
        .. hosts.Servers.SelectMany(from => hosts.Heads.Select(to => Ask(Find(boxes, from), Find(boxes, to), SlurmController))),
        .. hosts.Heads.SelectMany(from => hosts.Workers.Select(to => Ask(Find(boxes, from), Find(boxes, to), SlurmDaemon))),
    ];

    /// <summary>In Kubernetes the launcher starts sessions through the cluster's API, of which the network is not asked.</summary>
    public IEnumerable<Link> Sessions(IReadOnlyList<Box> boxes, HostBoxes hosts) => !environment.IsKubernetes ? []
        : hosts.Servers.Take(1).SelectMany(from => hosts.Workers.Where(w => Find(boxes, w).Kind == HostBoxes.SessionPool).Select(to => new Link(from, to, "sessions", LinkState.Plain, "")));

    /// <summary>To databases and file systems, from whoever needs them: of a cluster's nodes, sessions need homes.</summary>
    public IEnumerable<Link> ToData(IReadOnlyList<Box> boxes, HostBoxes hosts, DataBoxes data)
    {
        foreach (var server in hosts.Servers.Select(s => Find(boxes, s)))
            if (data.Metadata is var (box, choice)) yield return ToMetadata(server, box, choice);
        foreach (var head in hosts.Heads.Select(s => Find(boxes, s)))
            if (data.Accounting is var (box, database)) yield return Ask(head, Find(boxes, box), database.Port);
        foreach (var (id, system) in data.FileSystems)
            foreach (var from in hosts.Servers.Concat(hosts.Workers).Select(s => Find(boxes, s)).Where(b => hosts.Servers.Contains(b.Id) || !environment.IsKubernetes || Find(boxes, id).Kind == "homes"))
                yield return Ask(from, Find(boxes, id), system.Type.Map(StorageConnections.PortOf));
    }

    private static Truth Serves(EntryHop hop, Box server)
    {
        var answers = server.Members.Select(m => m switch
        {
            ComputeInstance host => hop.Serves(host),
            NodeGroup group => hop.IsFedBy(group),
            Installation installation => hop.LeadsTo(installation),
            _ => Truth.Of(false, Evidence.Derived),
        });
        return answers.Aggregate((a, b) => a | b);
    }

    private Link ToMetadata(Box from, string to, DatabaseChoice choice)
    {
        var access = environment.AccessTo(choice);
        return Told(from.Id, to, PortText(choice.Database.Port), [.. from.Members.Where(m => m is ComputeInstance or NodeGroup or Pod).Select(m => m switch
        {
            ComputeInstance host => access.Reaches(host),
            NodeGroup group => access.Reaches(group),
            _ => access.Reaches((Pod)m),
        })]);
    }

    private static Box Find(IReadOnlyList<Box> boxes, string id) => boxes.First(b => b.Id == id);

    private Link Ask(Box from, Box to, Fact<int> port) => Ask(from.Id, to, port, from.Endpoints);

    private Link Ask(string id, Box to, Fact<int> port, IReadOnlyList<NetworkEndpoint> from) =>
        Told(id, to.Id, PortText(port), [.. from.SelectMany(f => to.Endpoints.Select(t => environment.Network.Reaches(UnderItsNode(f, to), t, "tcp", port)))]);

    /// <summary>Volumes are mounted by a pod's node.</summary>
    private NetworkEndpoint UnderItsNode(NetworkEndpoint from, Box to) => from.Noun is Pod pod && to.Members is [FileSystem]
        && environment.NodeOf(pod).Then(environment.InstanceOf) is { IsKnown: true, Value: var node } ? node : from;

    private static Link Told(string from, string to, string port, IReadOnlyList<Truth> answers)
    {
        var (blocked, open) = (answers.Count(a => a.IsFalse), answers.Count(a => a.IsUnknown));
        if (blocked > 0) return new(from, to, port, LinkState.Blocked, blocked == answers.Count ? "" : $"{blocked} of {answers.Count}");
        if (open > 0 || answers.Count == 0) return new(from, to, port, LinkState.Unknown, answers.Count == 0 ? "" : Tables.CellText.Of(answers.First(a => a.IsUnknown).Gap));
        return new(from, to, port, LinkState.Reachable, "");
    }

    private static string PortText(Fact<int> port) => port.IsKnown ? $"tcp:{Shown.Of(port)}" : "tcp:?";
}
