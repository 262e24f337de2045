using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What becomes of the addresses of ways in that a change gives to another controller, and of claims whose volume it keeps for another.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class AddressesToCome(SeenFacts seen, Alterations changes)
{
    private const string Deploy = "deploy, then check the live cluster: --eks NAME or --kube-context NAME";

    /// <summary>What decides who gives an address to it.</summary>
    private static readonly (string Kind, string Property)[] s_giving = [(nameof(Ingress), "className"), (nameof(Gateway), "className"), (nameof(KubeService), "type")];

    /// <summary>That they are not known.</summary>
    public IEnumerable<Observation> Open() => Ways().Concat(Claims());

    private IEnumerable<Observation> Ways() =>
        from giving in s_giving
        from change in changes.Of(giving.Kind, giving.Property)
        select Alterations.Opened(change.Said, new(change.Twin.Id, change.Twin.Key, change.Twin.Kind, change.Twin.Evidence, [new("hostnames", default, null)]), _ => true,
            $"the change gives {change.Twin.Key} another {giving.Property}, and what answers for it then is known once it is deployed", Deploy);

    private IEnumerable<Observation> Claims() =>
        from change in changes.Of(nameof(KubeVolume), "claim")
        let kept = SeenFacts.Property(change.Said, "claim") is { Gap: null, Value: { ValueKind: System.Text.Json.JsonValueKind.String } name } ? name.GetString() : null
        from claim in seen.Of(nameof(VolumeClaim))
        where claim.Key != $"{nameof(VolumeClaim)}/{kept}" && seen.Value(claim.Kind, claim.Id, "volume") is { } bound && bound.ToString() == change.Twin.Id
        select Alterations.Opened(change.Said, claim, p => p is "phase" or "volume",
            $"the change keeps {change.Twin.Key} for {kept ?? "a claim that is not known"}, and what {claim.Key} is bound to then is known once it is deployed", Deploy);
}
