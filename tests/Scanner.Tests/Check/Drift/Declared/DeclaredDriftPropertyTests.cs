using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Declared.DeclaredScans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>What holds of files over any scan.</summary>
public sealed class DeclaredDriftPropertyTests
{
    public static TheoryData<string, string, string[]> Laid => new()
    {
        { "aws-eks-drifted", "eks-over-live", ["values.yaml", "production.yaml"] },
        { "aws-eks-good", "eks-change", ["values.yaml", "karpenter.yaml"] },
        { "aws-parallelcluster-good", "slurm-eda-over-live", ["cluster-config.yaml"] },
        { "aws-parallelcluster-drifted", "parallelcluster-moved-login", ["cluster-config.yaml"] },
        { "aws-parallelcluster-good", "terraform-parallelcluster-open-accounting", ["plan.json"] },
    };

    [Theory, MemberData(nameof(Laid))]
    public async Task Denying_an_action_only_makes_undecided(string scan, string files, string[] names)
    {
        var seen = Scans.Recorded(scan);
        var whole = Find(await Lay(seen, files, names)).Conflicts;
        Assert.NotEmpty(whole);
        var lines = whole.Select(Line).ToHashSet();
        foreach (var action in seen.Observations.Select(o => o.Evidence.Action).Concat(seen.Coverage.Select(c => c.Action)).Distinct().Order(StringComparer.Ordinal))
        {
            // what is not seen of a cluster is not enough to tell which one the files are about
            if (Find(await Lay(Mutating.Deny(seen, action), files, names)) is not { } drift) continue;
            var left = drift.Conflicts.Select(Line).ToHashSet();
            // what stands in the place of a refused answer is no drift from what that answer would have been
            Assert.All(left, l => Assert.True(lines.Contains(l), $"without {action}: {l}"));
            Assert.All(whole.Where(c => !left.Contains(Line(c))), c => Assert.True(drift.Undecided.Any(u => u.Resource.Kind == c.Resource.Kind && (u.Resource.Key == c.Resource.Key || u.Property is null)), $"without {action} hidden: {Line(c)}"));
        }
    }

    [Theory, MemberData(nameof(Laid))]
    public async Task The_order_of_observations_leaves_no_trace(string scan, string files, string[] names)
    {
        var laid = await Lay(Scans.Recorded(scan), files, names);
        Assert.Equal(Find(laid).Conflicts.Select(Line), Find(laid with { Observations = [.. laid.Observations.Reverse()] }).Conflicts.Select(Line));
    }

    [Theory, MemberData(nameof(Laid))]
    public async Task Every_conflict_with_a_file_has_a_line_of_it(string scan, string files, string[] names) =>
        Assert.All(Find(await Lay(Scans.Recorded(scan), files, names)).Conflicts.Where(c => c.Declared.Evidence.Plane is Plane.Declared), c => Assert.NotNull(c.Place));

    private static async Task<Snapshot> Lay(Snapshot seen, string folder, string[] names)
    {
        var sources = names.Select(n => new DeclaredSource(new(Repository.Path("fixtures", "findings", folder, n), n), null)).ToList();
        var state = await new DeclaredFiles("scanner", new FixedTime()).Read("t", SeenSubject.Of(seen) with { ChartVersion = "0.22.0" }, sources, TestContext.Current.CancellationToken);
        return Overlay.Lay(seen, state, isPreview: false);
    }
}
