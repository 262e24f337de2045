using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Model.Workbench.Kubernetes;

namespace Scanner.Tests.Check;

/// <summary>Whatever of a cluster or its account is hidden, no verdict moves except towards unknown, and no architecture turns into another.</summary>
public sealed class KubernetesMonotonicityTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules =
        [.. RuleLibrary.Installed(useCache: false).Load([]).Rules.Where(r => r.Architecture is "aws-eks" or "kubernetes" || r.Id == "GEN-011").Select(r => r with { IsNamed = true })];

    private static readonly IReadOnlyList<LoadedRule> s_superseded = [.. s_rules.Where(r => s_rules.Any(other => other.Rule.Supersedes.Contains(r.Id)))];

    public static TheoryData<string> Names() => [.. KubernetesWorlds.All.Keys];

    [Fact]
    public void Every_rule_is_content_with_the_sound_world()
    {
        var findings = KubernetesWorld.Sound().Check(s_rules).Findings;
        Assert.Equal(s_rules.Count - s_superseded.Count, findings.Select(f => f.Rule.Id).Distinct().Count());
        Assert.All(findings, f => Assert.True(f.Verdict is Verdict.Pass or Verdict.NotApplicable, Told(f)));
    }

    [Theory, MemberData(nameof(Names))]
    public void World_is_judged_as_it_was_made_to_be(string name)
    {
        var (world, fails) = (KubernetesWorlds.All[name].Make(), KubernetesWorlds.All[name].Fails);
        var findings = world.Check(s_rules).Findings;
        Assert.Equal(fails, findings.Where(f => f.Verdict is Verdict.Fail).Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Hiding_a_property_moves_verdicts_towards_unknown_only(string name)
    {
        var make = KubernetesWorlds.All[name].Make;
        var rules = Concerned(name, make);
        var before = Judged(make(), rules);
        var readers = Readers(make, rules);
        // no scan sees a cluster in an account without knowing by which service
        var wrong = make().Properties.Where(p => p != (SoundAccount.Eks, "kind")).SelectMany(p => Causes(name).SelectMany(cause =>
            Wrong(Of(before, readers[p]), Judged(make().Hide(p.Id, p.Property, cause), [.. readers[p]]), $"without {p.Property} of {p.Id} ({cause})"))).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Readings are what the test above goes by: of some properties all other rules are asked as well.</summary>
    [Fact]
    public void What_a_rule_did_not_read_does_not_move_it()
    {
        static IEnumerable<string> Said(IReadOnlyList<Finding> findings) => findings.Select(f => $"{f.Rule.Id} {f.SubjectKey} {f.Verdict} {f.Gap?.Detail}").Order(StringComparer.Ordinal);
        var readers = Readers(KubernetesWorld.Sound, s_rules);
        foreach (var property in KubernetesWorld.Sound().Properties.Where((_, n) => n % 40 == 0))
        {
            var others = s_rules.Except(readers[property]).ToList();
            Assert.Equal(Said(Judged(KubernetesWorld.Sound(), others)), Said(Judged(KubernetesWorld.Sound().Hide(property.Id, property.Property, GapCause.Undecidable), others)));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Denying_a_listing_moves_verdicts_towards_unknown_only(string name)
    {
        var make = KubernetesWorlds.All[name].Make;
        var before = Judged(make());
        var wrong = make().Listings.SelectMany(l => Wrong(before, Judged(make().Deny(l.Kind, l.Scope)), $"without {l.Kind} in {l.Scope}")).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Nothing_hidden_changes_the_architecture_silently()
    {
        var sound = KubernetesWorld.Sound();
        var changed = sound.Properties.Select(p => ($"{p.Id}.{p.Property}", KubernetesWorld.Sound().Hide(p.Id, p.Property).Detect()))
            .Concat(sound.Listings.Where(l => l.Kind != nameof(Cluster)).Select(l => ($"{l.Kind} in {l.Scope}", KubernetesWorld.Sound().Deny(l.Kind, l.Scope).Detect())))
            .Where(d => !d.Item2.Architectures.SequenceEqual(["aws-eks"]) && d.Item2.Undecided is null).Select(d => $"without {d.Item1}: {string.Join(" ", d.Item2.Architectures)}").ToList();
        Assert.True(changed.Count == 0, string.Join("\n", changed));
    }

    private static GapCause[] Causes(string name) => name is "sound" or "template that does not tell" ? [GapCause.Denied, GapCause.Undecidable] : [GapCause.Denied];

    /// <summary>In the sound world all rules; in another one those that say something else there.</summary>
    private static IReadOnlyList<LoadedRule> Concerned(string name, Func<KubernetesWorld> make)
    {
        if (name == "sound") return s_rules;
        var (sound, here) = (Judged(KubernetesWorld.Sound()), Judged(make()));
        return [.. s_rules.Where(r => Says(sound, r.Id) != Says(here, r.Id))];

        static string Says(IReadOnlyList<Finding> findings, string rule) => string.Join(" ", findings.Where(f => f.Rule.Id == rule).Select(f => $"{f.SubjectKey} {f.Verdict}").Order(StringComparer.Ordinal));
    }

    /// <summary>Which rules read a property, each judged alone: what a rule does not read cannot move it.</summary>
    private static ILookup<(string Id, string Property), LoadedRule> Readers(Func<KubernetesWorld> make, IReadOnlyList<LoadedRule> rules) => rules
        .SelectMany(r => Judged(make(), [r], trace: true).SelectMany(f => f.Readings).Select(read => (Read: (read.Resource, read.Property), Rule: r)).Distinct())
        .ToLookup(r => r.Read, r => r.Rule);

    private static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings, IEnumerable<LoadedRule> rules) => [.. findings.Where(f => rules.Any(r => r.Id == f.Rule.Id))];

    // detection has a test of its own
    private static IReadOnlyList<Finding> Judged(KubernetesWorld world) => Judged(world, s_rules);

    private static IReadOnlyList<Finding> Judged(KubernetesWorld world, IReadOnlyList<LoadedRule> rules, bool trace = false)
    {
        var superseded = rules.Where(r => s_superseded.Any(s => s.Id == r.Id)).ToList();
        return
        [
            .. rules.Count == 0 ? [] : world.Parameter("architecture", "aws-eks").Check(rules, trace).Findings,
            .. superseded.Count == 0 ? [] : world.Parameter("architecture", "kubernetes").Check(superseded, trace).Findings,
        ];
    }

    private static IEnumerable<string> Wrong(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after, string hidden)
    {
        foreach (var rule in after.Select(f => f.Rule.Id).Distinct())
            if (Worst(after, rule) is { } now && now is not Verdict.Unknown && Worst(before, rule) is { } then && now != then)
                yield return $"{hidden}, {rule} moved from {then} to {now}";
        // an environment that is no longer told for what it is has no rules at all, and says so
        foreach (var rule in after.Count == 0 ? [] : before.Select(f => f.Rule.Id).Except(after.Select(f => f.Rule.Id)))
            yield return $"{hidden}, {rule} vanished";
        foreach (var finding in after.Where(f => f.Verdict is Verdict.Fail or Verdict.Pass))
            if (!before.Any(f => f.Rule.Id == finding.Rule.Id && f.SubjectKey == finding.SubjectKey && f.Verdict == finding.Verdict))
                yield return $"{hidden}, {finding.Rule.Id} says {finding.Verdict} of {finding.SubjectKey}, which it did not before";
    }

    private static Verdict? Worst(IReadOnlyList<Finding> findings, string rule) => FixtureRunner.Worst(findings.Where(f => f.Rule.Id == rule));

    private static string Told(Finding finding) => $"{finding.Rule.Id}: {finding.Verdict} {finding.Message?.Text ?? finding.Gap?.ToString()}";
}
