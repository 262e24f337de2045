using System.Globalization;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>The health of targets that was seen before a change of the way to them, of where Workbench listens, or of what is asked: nobody has asked since.</summary>
/// <remarks>What is registered stays so, and where the way is as open as before, so does the health.</remarks>
/// <param name="seen">What a scan saw.</param>
/// <param name="laid">What there will be, but for this.</param>
/// <param name="changes">What the change makes another.</param>
/// <param name="anew">The hosts that it makes anew, each with what says so.</param>
internal sealed class HealthToCome(Snapshot seen, Snapshot laid, Alterations changes, IReadOnlyDictionary<string, Observation> anew)
{
    private const string Apply = "apply, then check the live account: --aws-region REGION";

    private static readonly Dictionary<string, string[]> s_network = new(StringComparer.Ordinal)
    {
        [nameof(SecurityGroup)] = ["ingress", "egress"], [nameof(NetworkAcl)] = ["entries", "subnets"], [nameof(RouteTable)] = ["routes", "subnets", "isMain"], [nameof(PrefixList)] = ["entries"],
        [nameof(LoadBalancer)] = ["securityGroups", "subnets"], [nameof(ComputeInstance)] = ["securityGroups", "subnet", "networkInterfaces"], [nameof(NetworkInterface)] = ["securityGroups", "subnet"],
    };

    private static readonly string[] s_policy = ["types", "pods", "ingress"];

    private readonly SeenFacts _seen = new(seen);
    private readonly Lazy<TargetWays> _before = new(() => new(seen)), _after = new(() => new(laid));

    /// <summary>That it is not known, and what stays registered.</summary>
    public IEnumerable<Observation> Open()
    {
        var asked = changes.Of(nameof(TargetGroup), "healthCheckProtocol", "healthCheckPort", "healthCheckPath", "healthCheckMatcher").ToDictionary(c => c.Twin.Id, c => c.Said, StringComparer.Ordinal);
        foreach (var group in _seen.Of(nameof(TargetGroup)).Where(o => !ScopeName.IsDeclared(o.Evidence.Scope) && SeenFacts.Property(o, "targets") is { Gap: null, Value.ValueKind: JsonValueKind.Array } t && t.Value.GetArrayLength() > 0))
        {
            if (_after.Value.Group(group.Id) is not { Targets.IsKnown: true } after) continue;
            if (asked.TryGetValue(group.Id, out var said)) foreach (var o in Opened(group, after, said, "its health check")) yield return o;
            else if (Altered(after) is var (by, what)) foreach (var o in Opened(group, after, by, what)) yield return o;
        }
    }

    private static IEnumerable<Observation> Opened(Observation group, TargetGroup after, Observation by, string what)
    {
        yield return Alterations.Opened(by, group, p => p == "targets", $"the change alters {what}, and the health of the targets of {group.Key} is then known once it is applied", Apply);
        yield return Alterations.Known(by, group, "registrations", JsonSerializer.SerializeToElement(after.Registered.Value, SnapshotJson.Options));
    }

    /// <summary>What of the way to some target the change alters, and where it says so; null where it alters none.</summary>
    private (Observation By, string What)? Altered(TargetGroup group)
    {
        foreach (var target in group.Targets.Value)
        {
            if (target.Port is not { } port || _after.Value.Behind(target) is not { } behind) continue;
            var name = behind.Label;
            if (anew.TryGetValue(behind.Id, out var made)) return (made, $"what {name} is made from");
            if (Service(behind, group) is { } service) return (service, $"the service of {name}");
            if (Listening(behind, port) is { } server) return (server, $"where Workbench listens on {name}");
            foreach (var id in _after.Value.BalancersOf(group))
                foreach (var p in Ports(group, port))
                    if (Way(id, behind, p) is { } by) return (by, string.Create(CultureInfo.InvariantCulture, $"the way from {_after.Value.Balancer(id)!.Label} to {name}:{p}"));
        }
        return null;
    }

    private static IEnumerable<int> Ports(TargetGroup group, int port) =>
        group.HealthCheckPort is { IsKnown: true, Value: { } asked } && int.TryParse(asked, CultureInfo.InvariantCulture, out var own) && own != port ? [port, own] : [port];

    /// <summary>A way that is open after the change as well leaves things as they are.</summary>
    private Observation? Way(string balancer, Resource behind, int port)
    {
        var (from, to) = (_after.Value.Balancer(balancer)!, behind);
        if (behind is Pod pod && !_after.Value.Admit(pod, from, port) && ChangedPolicy() is { } policy) return policy;
        var after = _after.Value.Reach(from, to, port);
        if (after.Answer.IsTrue && _before.Value.Balancer(balancer) is not null) return null;
        if (_before.Value.Balancer(balancer) is not { } had || Same(behind) is not { } was) return ChangedNetwork(after);
        var before = _before.Value.Reach(had, was, port);
        return before.Answer.IsFalse && after.Answer.IsFalse ? null : ChangedNetwork(after);
    }

    private Resource? Same(Resource behind) => behind is Pod { Ips: { IsKnown: true, Value: { IsEmpty: false } ips } } ? _before.Value.Behind(new(ips[0], null, "", null)) : _before.Value.Behind(new(behind.Id, null, "", null));

    /// <summary>What of the network the change makes another: the element that stands in the way, where it is that one.</summary>
    private Observation? ChangedNetwork(Reachability after)
    {
        var all = laid.Observations.Where(o => o.Evidence.Plane is Plane.Preview && s_network.TryGetValue(o.Kind, out var own) && own.Any(p => IsChanged(o, p))).ToList();
        return all.Find(o => after.Path.Hops.AsEnumerable().Any(h => h.Element.Contains(o.Id, StringComparison.Ordinal))) ?? all.FirstOrDefault();
    }

    private Observation? ChangedPolicy() => laid.Observations.FirstOrDefault(o => o is { Kind: nameof(NetworkPolicy), Evidence.Plane: Plane.Preview } && s_policy.Any(p => IsChanged(o, p)));

    /// <summary>AWS tells the accounts of peers, and files do not.</summary>
    private bool IsChanged(Observation said, string property)
    {
        if (SeenFacts.Property(said, property) is not { } now) return false;
        if (now.Gap is not null) return now.Gap.Cause is not GapCause.Hidden;
        return _seen.Value(said.Kind, said.Id, property) is not { } before || !(SeenFacts.IsSame(now.Value, before)
            || (now.Value.ValueKind is JsonValueKind.Array && before.ValueKind is JsonValueKind.Array && now.Value.GetArrayLength() == before.GetArrayLength()
                && now.Value.EnumerateArray().All(n => before.EnumerateArray().Any(b => LiveParts.IsSame(b, n)))));
    }

    /// <summary>What says that Workbench is to listen elsewhere, or may.</summary>
    private Observation? Listening(Resource behind, int port)
    {
        if (_after.Value.PortOf(behind) is not { } after || (after.IsKnown && after.Value == port)) return null;
        var before = Same(behind) is { } was ? _before.Value.PortOf(was) : null;
        if (before is { } had && had.IsKnown == after.IsKnown && (!had.IsKnown || had.Value == after.Value)) return null;
        return laid.Observations.FirstOrDefault(o => o.Kind == nameof(WorkbenchServer) && o.Id.StartsWith(behind.Id, StringComparison.Ordinal))
            ?? laid.Observations.FirstOrDefault(o => o.Kind is nameof(WorkbenchServer) or nameof(ConfigMap) or nameof(Workload) && o.Evidence.Plane is Plane.Preview or Plane.Probe);
    }

    /// <summary>A changed service of a pod's namespace, by which the AWS Load Balancer Controller may have registered the pod.</summary>
    private Observation? Service(Resource behind, TargetGroup group)
    {
        if (behind is not Pod { Namespace: { IsKnown: true, Value: var space } }) return null;
        var bound = _seen.Of(nameof(TargetGroupBinding)).Where(b => _seen.Value(b.Kind, b.Id, "targetGroup") is not { ValueKind: JsonValueKind.String } of || of.GetString() == group.Id)
            .Select(b => _seen.Value(b.Kind, b.Id, "service") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null).ToHashSet();
        return changes.Of(nameof(KubeService), "ports", "selector").Select(c => c.Said).FirstOrDefault(s => s.Key.Split('/') is [_, var own, var name] && own == space
            && (bound.Count == 0 || bound.Contains(null) || bound.Contains(name)));
    }
}
