using System.Globalization;
using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Check.Testing.Breaking;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Output;

/// <summary>What became of rules whose facts were broken and hidden, as text.</summary>
internal static class BreakageReport
{
    /// <summary>Breaks the facts of each rule's passing fixtures, and tells what it showed.</summary>
    /// <returns>Whether no rule fails for want of a fact, each can fail, and none passes on what is hidden.</returns>
    public static bool Write(IReadOnlyList<LoadedRule> rules, IReadOnlyList<RuleFixture> fixtures, Func<string, Snapshot> world, TextWriter output)
    {
        var all = rules.Where(r => fixtures.Any(f => f.RuleId == r.Id)).Select(r => Of(r, fixtures, world)).ToList();
        foreach (var one in all)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.RuleId}  {one.Read} facts read, {one.Decisive.Count} of them decide; the rule still passes with {one.Unnoticed.Count} of those hidden"));
            foreach (var fact in one.Unnoticed) output.WriteLine($"  passes without {fact}, which can make it fail");
            foreach (var fact in one.Opposite) output.WriteLine($"  fails without {fact}, though nothing is wrong");
            if (one.IsVacuous) output.WriteLine("  is vacuous: no fact that it read makes it fail");
        }
        var (decisive, noticed) = (all.Sum(o => o.Decisive.Count), all.Sum(o => o.Decisive.Count - o.Unnoticed.Count));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} {(all.Count == 1 ? "rule" : "rules")}: of {decisive} facts that decide, {noticed} make it unknown when hidden, and {decisive - noticed} do not"));
        return all.TrueForAll(o => !o.IsVacuous && o.Unnoticed.Count == 0 && o.Opposite.Count == 0);
    }

    /// <summary>What all fixtures of a rule show together: facts behind those that pass, and those that failing ones set.</summary>
    internal static Breakage Of(LoadedRule rule, IReadOnlyList<RuleFixture> fixtures, Func<string, Snapshot> world)
    {
        var (breaker, own) = (new FactBreaker(rule), fixtures.Where(f => f.RuleId == rule.Id).ToList());
        return own.Where(f => f.Expected is Verdict.Pass).Select(f => breaker.Of(f, world(f.World), CancellationToken.None))
            .Concat(own.Where(f => f.Expected is Verdict.Fail).Select(f => breaker.OfDeclared(f, world(f.World), CancellationToken.None))).OfType<Breakage>()
            .Aggregate(new Breakage(rule.Id, [], [], [], 0), (sum, one) => sum.And(one));
    }
}
