using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What becomes of load balancers whose Ingress a change makes another, or takes away: their controller makes them anew, and what of it nobody knows before.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What the changed files say.</param>
/// <param name="twins">Which of the one is which of the other.</param>
internal sealed class WaysToCome(SeenFacts seen, Snapshot declared, Twins twins)
{
    private const string Prefix = "Ingress/ingresses.networking.k8s.io/";
    private const string Stack = "ingress.k8s.aws/stack";

    /// <summary>What stays as it is: what they are, and what the controller finds out by itself.</summary>
    private static readonly string[] s_kept = ["name", "tags", "vpc", "type", "dnsName", "targetType", "loadBalancers", "targets"];

    /// <summary>That what the change may alter is not known.</summary>
    public IEnumerable<Observation> Open() => Changed().SelectMany(c => OfStack(c.Key).Select(made => Opened(c.By, made, s_kept)))
        .Concat(Missing().SelectMany(m => OfStack(m.Live.Key).Append(m.Live).Select(made => Opened(m.By, made, made.Kind == nameof(Ingress) ? ["name", "namespace"] : s_kept))));

    private IEnumerable<(Observation By, string Key)> Changed() =>
        from said in declared.Observations
        where said.Kind == nameof(Ingress) && twins.Of(said) is { } twin && IsChanged(said, twin)
        select (said, twins.Of(said)!.Key);

    /// <summary>Values make an Ingress of the release's name, or none.</summary>
    private IEnumerable<(Observation By, Observation Live)> Missing() =>
        from release in declared.Observations
        where release.Kind == nameof(Workload) && release.Evidence.Action == Helm.ValuesFormat.Name && twins.Of(release) is not null
        let key = twins.Of(release)!.Key.Split('/') is [_, var space, _, var name] ? $"{Prefix}{space}/{name}" : ""
        from live in seen.Of(nameof(Ingress))
        where live.Key == key && !declared.Observations.Any(o => o.Kind == nameof(Ingress) && twins.KeyOf(o.Key) == key)
        select (release, live);

    /// <summary>By what the controller goes by; other annotations are somebody else's.</summary>
    private bool IsChanged(Observation said, Observation twin) =>
        Differs(said, twin, "className", v => [v.ToString()])
        || Differs(said, twin, "hosts", v => v.EnumerateArray().Select(h => h.ToString()))
        || Differs(said, twin, "backends", v => v.EnumerateArray().Select(b => $"{b.GetProperty("host")} {b.GetProperty("path")} {b.GetProperty("service")}"))
        || Differs(said, twin, "annotations", v => v.EnumerateObject().Where(a => a.Name.StartsWith("alb.ingress.kubernetes.io/", StringComparison.Ordinal) || a.Name == "kubernetes.io/ingress.class").Select(a => $"{a.Name}={a.Value}"));

    private bool Differs(Observation said, Observation twin, string property, Func<JsonElement, IEnumerable<string>> parts)
    {
        if (SeenFacts.Property(said, property) is not { } now) return false;
        if (now.Gap is not null) return now.Gap.Cause is not GapCause.Hidden;
        // of what was not seen nobody can say that it stays
        if (seen.Value(twin.Kind, twin.Id, property) is not { } before) return true;
        return now.Value.ValueKind != before.ValueKind || !parts(now.Value).ToHashSet(StringComparer.Ordinal).SetEquals(parts(before));
    }

    /// <summary>What the controller made for an Ingress, by the tag that it writes; and what it may have made, where tags were not seen.</summary>
    private IEnumerable<Observation> OfStack(string key) => new[] { nameof(LoadBalancer), nameof(TargetGroup) }.SelectMany(seen.Of)
        .Where(o => key.StartsWith(Prefix, StringComparison.Ordinal) && (seen.Value(o.Kind, o.Id, "tags") is not { ValueKind: JsonValueKind.Object } tags || (tags.TryGetProperty(Stack, out var stack) && stack.GetString() == key[Prefix.Length..])));

    private static Observation Opened(Observation by, Observation made, string[] kept)
    {
        var evidence = by.Evidence with { Plane = Plane.Preview, Scope = made.Evidence.Scope };
        var gap = new Gap(made.Evidence.Scope, made.Kind, by.Evidence.Action, GapCause.NotAsked,
            OneLine.Of($"{by.Evidence.Locator}: the change alters the Ingress, and what its controller makes of {made.Key} is known once it is deployed"), new(RemedyKind.Flag, "deploy, then check the live account and cluster: --aws-region REGION --eks NAME"));
        return new(made.Id, made.Key, made.Kind, evidence, [.. made.Properties.Where(p => !kept.Contains(p.Name)).Select(p => p with { Value = default, Gap = gap })]);
    }
}
