using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Testing.Breaking;

/// <summary>Breaks, and hides, every fact that a rule's passing verdict rests on.</summary>
/// <remarks>A fact that matters when it is wrong must matter when it is hidden: a rule that passes without it would pass on what nobody saw.</remarks>
public sealed class FactBreaker(LoadedRule tested)
{
    /// <summary>What collectors know without asking anybody: no answer lacks it.</summary>
    internal static IReadOnlySet<string> Own { get; } = new HashSet<string>(["Cluster.kind", "NodeGroup.provisioner"], StringComparer.Ordinal);

    private readonly LoadedRule _rule = tested with { IsNamed = true };

    private readonly MergedResources _merged = new();

    /// <summary>Breaks the facts of a passing fixture one by one; null where it does not pass.</summary>
    /// <exception cref="MutationException">The fixture does not fit its world.</exception>
    public Breakage? Of(RuleFixture fixture, Snapshot world, CancellationToken cancellationToken)
    {
        var snapshot = Mutating.Apply(world, fixture.Mutation);
        var parameters = FixtureRunner.ParametersOf(fixture, snapshot);
        var whole = Checker.Check(new ResourceGraph(snapshot, named: true), parameters, [_rule], cancellationToken).Findings.ToList();
        if (FixtureRunner.Worst(whole) is not Verdict.Pass) return null;
        var (groups, decisive, unnoticed, opposite) = (Groups(whole, snapshot), new List<FactGroup>(), new List<FactGroup>(), new List<FactGroup>());
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hidden = Judge(Changed(snapshot, group, p => p with { Value = default, Gap = Hidden(group) }), parameters, cancellationToken);
            if (hidden is Verdict.Fail) opposite.Add(group);
            if (!Broken(snapshot, group).Any(broken => Judge(broken, parameters, cancellationToken) is Verdict.Fail)) continue;
            decisive.Add(group);
            if (hidden is Verdict.Pass) unnoticed.Add(group);
        }
        return new(_rule.Id, decisive, unnoticed, opposite, groups.Count);
    }

    /// <summary>Hides the facts that a failing fixture sets: the break that its author declares. Null where it does not fail, or sets nothing.</summary>
    /// <exception cref="MutationException">The fixture does not fit its world.</exception>
    public Breakage? OfDeclared(RuleFixture fixture, Snapshot world, CancellationToken cancellationToken)
    {
        var snapshot = Mutating.Apply(world, fixture.Mutation);
        var parameters = FixtureRunner.ParametersOf(fixture, snapshot);
        if (Judge(snapshot, parameters, cancellationToken) is not Verdict.Fail) return null;
        var groups = fixture.Mutation.Set.GroupBy(s => (Mutating.Ids(snapshot, s.Resource).First().Kind, s.Property)).Select(g => new FactGroup(g.Key.Kind, g.Key.Property,
            g.SelectMany(s => Mutating.Ids(snapshot, s.Resource)).Select(id => id.Id).ToHashSet(StringComparer.Ordinal))).ToList();
        var unnoticed = groups.Where(g => Judge(Changed(snapshot, g, p => p with { Value = default, Gap = Hidden(g) }), parameters, cancellationToken) is Verdict.Pass).ToList();
        return groups.Count == 0 ? null : new(_rule.Id, groups, unnoticed, [], groups.Count);
    }

    private static List<FactGroup> Groups(List<Finding> findings, Snapshot snapshot)
    {
        var kinds = snapshot.Observations.ToLookup(o => o.Id, o => o.Kind);
        return [.. findings.SelectMany(f => f.Readings).Where(r => r.Missing is null)
            .SelectMany(r => kinds[r.Resource].Distinct().Where(k => KindSchema.Find(k)?.Properties.ContainsKey(r.Property) == true).Select(k => (Kind: k, r.Property, r.Resource)))
            .Where(r => !Own.Contains($"{r.Kind}.{r.Property}")).GroupBy(r => (r.Kind, r.Property), r => r.Resource).OrderBy(g => g.Key)
            .Select(g => new FactGroup(g.Key.Kind, g.Key.Property, g.ToHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>The snapshot with other values there: of all that were read, as what one of them hides another may show.</summary>
    private static IEnumerable<Snapshot> Broken(Snapshot snapshot, FactGroup group)
    {
        var type = KindSchema.Find(group.Kind)!.Properties[group.Property].ValueType;
        var most = snapshot.Observations.Where(o => o.Kind == group.Kind && group.Ids.Contains(o.Id)).SelectMany(o => o.Properties).Where(p => p.Name == group.Property && p.Gap is null).Select(p => OtherValues.Of(p.Value, type).Count()).DefaultIfEmpty(0).Max();
        for (var i = 0; i < most; i++)
        {
            var index = i;
            Property Other(Property p) => p.Gap is null && OtherValues.Of(p.Value, type).ElementAtOrDefault(index) is { ValueKind: not System.Text.Json.JsonValueKind.Undefined } other ? p with { Value = other } : p;
            yield return Changed(snapshot, group, Other);
            // what files say may matter only where it is not what runs
            yield return Changed(snapshot, group, Other, Plane.Declared);
        }
    }

    internal static Snapshot Changed(Snapshot snapshot, FactGroup group, Func<Property, Property> change, Plane? only = null) => snapshot with
    {
        Observations = [.. snapshot.Observations.Select(o => (only ?? o.Evidence.Plane) == o.Evidence.Plane && o.Kind == group.Kind && group.Ids.Contains(o.Id) && o.Properties.Any(p => p.Name == group.Property)
            ? o with { Properties = [.. o.Properties.Select(p => p.Name == group.Property ? change(p) : p)] } : o)],
    };

    /// <summary>The worst verdict; null where the world makes no sense any more.</summary>
    private Verdict? Judge(Snapshot snapshot, Parameters parameters, CancellationToken cancellationToken)
    {
        try
        {
            return FixtureRunner.Worst(Checker.Check(new ResourceGraph(snapshot, named: false, _merged), parameters, [_rule], cancellationToken).Findings);
        }
        catch (SnapshotFormatException)
        {
            return null; // a value that the property cannot have
        }
    }

    internal static Gap Hidden(FactGroup group) => new("", group.Kind, group.ToString(), GapCause.Denied, "hidden to see what it decides", new(RemedyKind.Permission, group.ToString()));
}
