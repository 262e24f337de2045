namespace Scanner.Model;

/// <summary>Whether all Workbench hosts, and the groups that new ones come from, reach the metadata database.</summary>
public sealed class MetadataAccess
{
    private readonly Environment _environment;
    private readonly DatabaseChoice _choice;

    internal MetadataAccess(Environment environment, DatabaseChoice choice) => (_environment, _choice) = (environment, choice);

    /// <summary>Every running host or pod, and every group, reaches it.</summary>
    public Truth All => _environment.WorkbenchHosts().All(Reaches) & _environment.WorkbenchGroups().All(Reaches) & _environment.WorkbenchPods().All(Reaches);

    /// <summary>The hosts, and the groups, that surely do not reach it.</summary>
    [MessageOnly]
    public string Blocked => string.Join(" and ", new[]
    {
        Told(Cut(_environment.WorkbenchHosts()), _environment.WorkbenchHosts().Members.Count, "Workbench hosts"),
        Told(Cut(_environment.WorkbenchGroups()), _environment.WorkbenchGroups().Members.Count, "login pools"),
        Told(Cut(_environment.WorkbenchPods()), _environment.WorkbenchPods().Members.Count, "Workbench pods"),
    }.OfType<string>());

    /// <summary>The first of those with its path; null where there is none.</summary>
    [MessageOnly]
    public Reachability? FirstBlocked =>
        Cut(_environment.WorkbenchHosts()).Concat(Cut(_environment.WorkbenchGroups())).Concat(Cut(_environment.WorkbenchPods())).Select(b => b.Path).FirstOrDefault();

    private static string? Told(IEnumerable<(string Label, Reachability Path)> cut, int all, string what) =>
        cut.Select(c => c.Label).ToList() is { Count: > 0 } labels ? $"{labels.Count} of {all} {what} ({string.Join(", ", labels)})" : null;

    internal Truth Reaches(ComputeInstance host) => Answer(host, Directly(host));

    internal Truth Reaches(NodeGroup group) => Answer(group, Directly(group));

    internal Truth Reaches(Pod pod) => Path(pod).Answer;

    private IEnumerable<(string Label, Reachability Path)> Cut(ResourceSet<Pod> pods) =>
        pods.Members.Where(m => m.Doubt is null).Select(m => (m.Item.Label, Path: Path(m.Item))).Where(b => b.Path.Answer.IsFalse);

    private IEnumerable<(string Label, Reachability Path)> Cut(ResourceSet<ComputeInstance> hosts) =>
        hosts.Members.Where(m => m.Doubt is null).Select(m => (Label: m.Item.Id, Path: Path(m.Item))).Where(b => b.Path.Answer.IsFalse);

    private IEnumerable<(string Label, Reachability Path)> Cut(ResourceSet<NodeGroup> groups) =>
        groups.Members.Where(m => m.Doubt is null).Select(m => (m.Item.Label, Path: Path(m.Item))).Where(b => b.Path.Answer.IsFalse);

    /// <summary>
    /// The direct path. Where a proxy stands in front that fares differently, the answer is open until somebody says which of them
    /// Workbench uses: by its name in workbenchDatabase.
    /// </summary>
    private Reachability Path(NetworkEndpoint from)
    {
        var direct = _environment.Network.CanReach(from, _choice.Database, "tcp", _choice.Database.Port);
        return direct with { Answer = Answer(from, direct.Answer) };
    }

    private Truth Directly(NetworkEndpoint from) => _environment.Network.Reaches(from, _choice.Database, "tcp", _choice.Database.Port);

    private Truth Answer(NetworkEndpoint from, Truth direct)
    {
        if (_choice.IsNamed || direct.IsUnknown) return direct;
        var proxies = _environment.ProxiesOf(_choice.Database);
        Truth Reached(Database proxy) => _environment.Network.Reaches(from, proxy, "tcp", _choice.Database.Port);
        var alike = direct.IsTrue ? proxies.All(Reached) : proxies.None(Reached);
        return alike.IsTrue ? direct : Truth.Unknown(alike.IsUnknown ? alike.Gap : Choice());
    }

    /// <summary>The path of a pod, after what network policies say of it.</summary>
    private Reachability Path(Pod pod)
    {
        var path = Leaving(pod, Path((NetworkEndpoint)pod));
        var allowed = EgressPolicies.Allow(_environment, pod, _choice.Database);
        if (allowed.IsTrue || (path.Answer.IsFalse && !allowed.IsFalse)) return path;
        var names = string.Join(", ", EgressPolicies.Of(_environment, pod).Members.Select(m => m.Item.Label));
        var hop = new NetworkHop($"network policies of {pod.Label}", allowed.IsFalse ? $"{names}: no egress rule admits {_choice.Database.Label}" : "what they admit cannot be told", allowed.IsFalse ? false : null);
        return new(allowed.IsFalse ? allowed : path.Answer & allowed, path.Path with { Hops = [hop] }, allowed.IsFalse ? names : null,
            allowed.IsFalse ? $"Admit egress to the database in network policy {names}" : null);
    }

    /// <summary>What leaves the VPC leaves under the node's address, unless the cluster's network is told otherwise, which cannot be seen.</summary>
    private Reachability Leaving(Pod pod, Reachability own)
    {
        if (own.Answer.IsUnknown || !pod.UsesHostNetwork.IsFalse || pod.Branch is { IsKnown: true, Value: not null }) return own;
        var node = _environment.NodeOf(pod);
        var instance = node.Then(_environment.InstanceOf);
        var leaves = instance.Then(i => i.Vpc).Is(vpc => _choice.Database.Vpc.Is(there => vpc != there));
        if (leaves.IsFalse || node.Then(n => n.ProviderId).Is(id => id is not null && id.Contains("/fargate-", StringComparison.Ordinal)).IsTrue) return own;
        if (!instance.IsKnown) return own with { Answer = Truth.Unknown(instance.Source) };
        var under = Path(instance.Value).Answer;
        return under.IsTrue == own.Answer.IsTrue && under.IsFalse == own.Answer.IsFalse ? own
            : own with { Answer = Truth.Unknown(under.IsUnknown ? under.Gap : NetworkGap.Undecidable(pod.Id, $"{pod.Label} and its node do not reach {_choice.Database.Label} alike, and what leaves the VPC may have either's address")) };
    }

    private Gap Choice() => new(_choice.Database.Scope, nameof(Database), "workbenchDatabase", GapCause.Ambiguous,
        $"{_choice.Database.Label} and a proxy in front of it are not open to the same hosts, and which of them Workbench uses is not known",
        new(RemedyKind.Parameter, "workbenchDatabase"));
}
