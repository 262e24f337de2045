using System.Text;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>A plan with its sources beside it, and a state without: every fact and every place of them.</summary>
public sealed class TerraformFixtureTests
{
    [Theory]
    [InlineData("terraform-plan", "plan.json")]
    [InlineData("terraform-state", "state.json")]
    public async Task Files_give_the_approved_facts_at_the_approved_lines(string name, string file)
    {
        var snapshot = await Read(name, file);

        Approved.Matches(Repository.Path("fixtures", "declared", name, "facts.txt"), Encoding.UTF8.GetBytes(TerraformCase.Text(snapshot)));
    }

    [Fact]
    public async Task Stickiness_that_is_switched_off_points_at_its_line_and_one_that_is_not_written_is_off_too()
    {
        var snapshot = await Read("terraform-plan", "plan.json");
        var graph = TerraformCase.Graph(snapshot);

        Assert.True(graph.Find<TargetGroup>("declared://t/terraform/aws_lb_target_group.workbench")!.IsStickinessEnabled.IsFalse);
        Assert.True(graph.Find<TargetGroup>("declared://t/terraform/aws_lb_target_group.plain")!.IsStickinessEnabled.IsFalse);
        var place = snapshot.Header.Declarations.Single(d => d is { Key: "targetgroup/workbench", Property: "isStickinessEnabled" }).Location;
        Assert.Equal(("main.tf", "enabled = false"), (place.File, place.Snippet));
        Assert.Contains("enabled = false", (await File.ReadAllLinesAsync(Repository.Path("fixtures", "declared", "terraform-plan", "main.tf"), TestContext.Current.CancellationToken))[place.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terraform-plan", "plan.json")]
    [InlineData("terraform-state", "state.json")]
    public async Task What_is_sensitive_is_in_no_snapshot(string name, string file)
    {
        using var written = new MemoryStream();
        SnapshotWriter.Write(await Read(name, file), written);
        var text = Encoding.UTF8.GetString(written.ToArray());

        Assert.Contains("canary", await File.ReadAllTextAsync(Repository.Path("fixtures", "declared", name, file), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_kind_is_declared_completely()
    {
        var snapshot = await Read("terraform-state", "state.json");

        Assert.NotEmpty(snapshot.Coverage);
        Assert.All(snapshot.Coverage, c => Assert.Equal(GapCause.NotAsked, c.Gap!.Cause));
        Assert.All(snapshot.Observations.Select(o => o.Kind).Distinct(), kind => Assert.Contains(kind, snapshot.Coverage.Select(c => c.Kind)));
    }

    private static async Task<Snapshot> Read(string name, string file)
    {
        using var files = new TerraformCase();
        return await files.Read(Repository.Path("fixtures", "declared", name), [file]);
    }
}
