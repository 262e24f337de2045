using System.Text.Json;
using Scanner.Check.Drift.Declared;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Declared.DeclaredScans;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>What counts as otherwise than declared, what does not, and what cannot be told.</summary>
public sealed class DeclaredDriftFinderTests
{
    private static readonly string[] s_two = ["subnet-1", "subnet-2"];

    [Fact]
    public void What_is_as_declared_is_counted()
    {
        var drift = Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", 8787), ("protocol", "HTTP"))), [Said("TargetGroup", "tg", ("port", 8787), ("protocol", "HTTP"))]));
        Assert.Equal((0, 0, 2), (drift.Conflicts.Count, drift.Undecided.Count, drift.Same));
    }

    [Fact]
    public void What_is_otherwise_is_told_at_the_line_that_declares_it()
    {
        var conflict = Assert.Single(Find(With(Of(Seen("TargetGroup", "tg", "tg", ("isStickinessEnabled", false), ("port", 8787))), [Said("TargetGroup", "tg", ("isStickinessEnabled", true), ("port", 8787))])).Conflicts);
        Assert.Equal("TargetGroup tg isStickinessEnabled: true ≠ false at main.tf:2", Line(conflict));
        Assert.Equal((Plane.Declared, Plane.Live), (conflict.Declared.Evidence.Plane, conflict.Live!.Evidence.Plane));
    }

    [Fact]
    public void What_a_file_leaves_to_a_default_it_does_not_say() =>
        Assert.Empty(Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", 8787))), [Said("TargetGroup", "tg", ("port", 80))], "port")).Conflicts);

    [Fact]
    public void What_a_scan_was_refused_is_undecided()
    {
        var drift = Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", Denied("TargetGroup", "elasticloadbalancing:X")))), [Said("TargetGroup", "tg", ("port", 80))]));
        Assert.Empty(drift.Conflicts);
        var undecided = Assert.Single(drift.Undecided);
        Assert.Equal(("port", "elasticloadbalancing:X", true), (undecided.Property, undecided.Current!.Action, drift.LacksSight));
        Assert.Null(undecided.Baseline);
    }

    [Fact]
    public void What_a_scan_did_not_ask_is_undecided() =>
        Assert.Equal(GapCause.NotAsked, Assert.Single(Find(With(Of(Seen("TargetGroup", "tg", "tg")), [Said("TargetGroup", "tg", ("port", 80))])).Undecided).Current!.Cause);

    [Fact]
    public void What_is_filled_in_later_is_no_conflict_and_no_loss_of_sight()
    {
        var later = new Gap(Scope, "TargetGroup", "port", GapCause.Undecidable, "known after apply", new(RemedyKind.Flag, "apply"));
        var drift = Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", 8787))), [Said("TargetGroup", "tg", ("port", later))]));
        Assert.Empty(drift.Conflicts);
        Assert.Equal((later, false), (Assert.Single(drift.Undecided).Baseline, drift.LacksSight));
    }

    [Fact]
    public void What_a_file_does_not_say_is_not_compared()
    {
        var hidden = new Gap(Scope, "TargetGroup", "port", GapCause.Hidden, "a file does not say it", new(RemedyKind.Flag, "look"));
        var drift = Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", 8787))), [Said("TargetGroup", "tg", ("port", hidden))]));
        Assert.Equal((0, 0, 0), (drift.Conflicts.Count, drift.Undecided.Count, drift.Same));
    }

    [Fact]
    public void One_for_another_is_one_change() =>
        Assert.Equal(["Cluster c subnets[]: \"subnet-1\" ≠ \"subnet-2\" at main.tf:2"],
            Find(With(Of(Seen("Cluster", "c", "c", ("subnets", (string[])["subnet-2"]))), [Said("Cluster", "c", ("subnets", (string[])["subnet-1"]))])).Conflicts.Select(Line));

    [Fact]
    public void Which_live_thing_a_new_one_is_cannot_be_told()
    {
        var drift = Find(With(Of(Seen("LoadBalancer", "lb", "lb", ("securityGroups", (string[])["sg-1"]))), [Said("LoadBalancer", "lb", ("securityGroups", (string[])["declared://t/terraform/aws_security_group.web"]))]));
        Assert.DoesNotContain(drift.Conflicts, c => c.Declared.Values.Count > 0);
        Assert.Contains("declare it by its id", drift.Undecided[0].Gap.Remedy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_rules_and_subnets_more_than_declared_is_otherwise_of_tags_it_is_not()
    {
        var seen = Of(Seen("Cluster", "c", "c", ("subnets", s_two), ("tags", new Dictionary<string, string> { ["team"] = "a", ["Name"] = "x" })));
        Assert.Equal(["Cluster c subnets[]:  ≠ \"subnet-2\" at main.tf:2"], Find(With(seen, [Said("Cluster", "c", ("subnets", (string[])["subnet-1"]), ("tags", new Dictionary<string, string> { ["team"] = "a" }))])).Conflicts.Select(Line));
    }

    [Fact]
    public void A_rule_that_leaves_a_member_open_is_met_by_any()
    {
        object Rule(string? account, int port) => new { protocol = "tcp", fromPort = port, toPort = port, peerKind = "securityGroup", peer = "sg-2", peerAccount = account };
        var seen = Of(Seen("SecurityGroup", "sg", "sg", ("ingress", (object[])[Rule("1", 443), Rule("1", 22)])));
        var conflicts = Find(With(seen, [Said("SecurityGroup", "sg", ("ingress", (object[])[Rule(null, 443)]))])).Conflicts;
        Assert.Equal(22, Assert.Single(Assert.Single(conflicts).Live!.Values).GetProperty("fromPort").GetInt32());
        Assert.Empty(conflicts[0].Declared.Values);
    }

    [Theory]
    [InlineData("15", "15.4", true), InlineData("15.4", "15.4", true), InlineData("15", "150", false), InlineData("15.4", "15", false)]
    public void A_version_is_met_as_far_as_it_is_declared(string declared, string live, bool isMet) =>
        Assert.Equal(isMet, Find(With(Of(Seen("Database", "d", "d", ("engineVersion", live))), [Said("Database", "d", ("engineVersion", declared))])).Conflicts.Count == 0);

    [Theory]
    [InlineData("image", "\"posit/workbench:1\"", "\"docker.io/posit/workbench:1\"", true)]
    [InlineData("image", "\"posit/workbench:1\"", "\"posit/workbench:2\"", false)]
    [InlineData("requests", """{"cpu":"1000m"}""", """{"cpu":"1","memory":"2Gi"}""", true)]
    [InlineData("requests", """{"cpu":"1000m"}""", """{"cpu":"2"}""", false)]
    [InlineData("ports", "[80]", "[8787]", true)]
    public void Of_a_container_image_and_amounts_are_for_the_file_to_say(string member, string declared, string live, bool isMet)
    {
        object Containers(string value) => new[] { new Dictionary<string, object> { ["name"] = "rstudio", [member] = JsonSerializer.Deserialize<JsonElement>(value) } };
        var conflicts = Find(With(Of(Seen("Workload", "w", "w", ("containers", Containers(live)))), [Said("Workload", "w", ("containers", Containers(declared)))])).Conflicts;
        Assert.Equal(isMet, conflicts.Count == 0);
        if (!isMet) Assert.StartsWith($"containers[rstudio].{member}", Assert.Single(conflicts).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_list_only_the_elements_count_that_the_file_names()
    {
        var seen = Of(Seen("Workload", "w", "w", ("volumes", new[] { new { name = "home", claim = "a" } })));
        var laid = With(seen, [Said("Workload", "w", ("volumes", new[] { new { name = "home", claim = "b" }, new { name = "of-the-chart", claim = "c" } }))], "volumes");
        var named = laid with { Header = laid.Header with { Declarations = [.. laid.Header.Declarations, new("w", "volumes[home]", At(9, "home"))] } };
        Assert.Equal(["Workload w volumes[home].claim: \"b\" ≠ \"a\" at main.tf:9"], Find(named).Conflicts.Select(Line));
    }

    [Fact]
    public void What_the_provider_keeps_is_a_declaration_too()
    {
        var scan = Of(Seen("NodeGroup", "g", "parallelcluster/pwb/login/a", ("max", 3)), Seen("NodeGroup", "g", "parallelcluster/pwb/login/a", Plane.LiveDeclared, "s3:GetObject", ("max", 2)));
        var conflict = Assert.Single(Find(scan).Conflicts);
        Assert.Equal("NodeGroup parallelcluster/pwb/login/a max: 2 ≠ 3", Line(conflict));
        Assert.Equal("ParallelCluster pwb", conflict.Owner);
    }

    [Fact]
    public void Nothing_is_compared_where_nothing_is_declared_or_seen_or_a_change_is_looked_at()
    {
        var seen = Of(Seen("TargetGroup", "tg", "tg", ("port", 8787)));
        Assert.Null(DeclaredDriftFinder.Find(seen, []));
        Assert.Null(DeclaredDriftFinder.Find(seen with { Observations = [Said("TargetGroup", "tg", ("port", 80))] }, []));
        var changed = With(seen, [Said("TargetGroup", "tg", ("port", 80))]);
        Assert.Null(DeclaredDriftFinder.Find(changed with { Header = changed.Header with { IsPreview = true } }, []));
    }

    [Fact]
    public void What_is_expected_is_left_out_and_counted()
    {
        var drift = Find(With(Of(Seen("TargetGroup", "tg", "tg", ("port", 8787))), [Said("TargetGroup", "tg", ("port", 80))]), new IgnoreRule("moving") { Kind = "TargetGroup", Path = "port", Place = "scanner.yaml:1:1" });
        Assert.Empty(drift.Conflicts);
        Assert.Equal(1, Assert.Single(drift.Ignored).Changes);
    }

    [Fact]
    public void How_many_pods_there_are_is_for_an_autoscaler_to_say()
    {
        var scaled = Of(Seen("Workload", "w", "Workload/posit/Deployment/wb", ("replicas", 5)), Seen("HorizontalPodAutoscaler", "h", "h", ("namespace", "posit"), ("targetKind", "Deployment"), ("targetName", "wb")));
        var said = Seen("Workload", "w", "Workload/posit/Deployment/wb", Plane.Declared, Format, ("replicas", 2));
        Assert.Empty(Find(With(scaled, [said])).Conflicts);
        Assert.Equal("a HorizontalPodAutoscaler decides how many pods there are", Assert.Single(Find(With(scaled, [said])).Ignored).Rule.Reason);
        Assert.Single(Find(With(scaled with { Observations = [.. scaled.Observations.Take(1)] }, [said])).Conflicts);
    }

    [Theory]
    [InlineData(true, "WorkbenchServer i-1 files[rserver.conf].audit: \"1\" ≠ \"0\"|WorkbenchServer i-1 files[vscode.conf]: ", 0)]
    [InlineData(false, "", 1)]
    public void Every_host_should_have_the_files_that_are_handed_over(bool hasAll, string expected, int undecided)
    {
        object File(string name, string audit) => new { name, sections = new[] { new { name = "", values = new Dictionary<string, string> { ["audit"] = audit, ["www-port"] = audit } } }, problem = (string?)null };
        var host = Seen("WorkbenchServer", "i-1", "i-1", Plane.Probe, "node facts", ("files", (object[])[File("rserver.conf", "0")]), ("hasEveryFile", hasAll));
        var folder = Seen("WorkbenchServer", "declared://t/workbench/conf", "conf", Plane.Declared, Format, ("files", (object[])[File("rserver.conf", "1"), File("vscode.conf", "1")]));
        var laid = With(Of(host), [folder]);
        var drift = Find(laid with { Header = laid.Header with { Declarations = [.. laid.Header.Declarations, .. ((string[])["files[rserver.conf]", "files[rserver.conf].audit", "files[vscode.conf]"]).Select(p => new Declaration("conf", p, At(7, p)))] } });
        Assert.Equal((expected, undecided), (string.Join('|', drift.Conflicts.Select(c => Line(c).Split(c.Declared.Values[0].ValueKind is JsonValueKind.Object ? "{" : " at ")[0])), drift.Undecided.Count));
        Assert.Empty(Find(laid with { Observations = [.. laid.Observations, folder with { Id = "declared://t/workbench/other", Key = "other" }] }).Conflicts);
    }

    [Fact]
    public void Every_pair_names_a_kind_and_a_property_that_there_are() =>
        Assert.All(DeclaredPairs.ByKind.SelectMany(p => p), p => Assert.Contains(p.Property, KindSchema.Find(p.Kind)!.Properties.Keys));
}
