using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Cli.Configuration;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner waive</c> and <c>check --waivers</c> as processes, over recorded scans.</summary>
public sealed class WaiveTests : IDisposable
{
    private static readonly string s_good = Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl");
    private static readonly string s_drifted = Repository.Path("fixtures", "scans", "aws-eks-drifted", "snapshot.jsonl");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_adds_to_a_file_and_check_counts_it()
    {
        var first = await Waive("EKS-012", "--ticket", "OPS-12", "--reason", "it's \"short\": # yes → 🙂");
        Assert.Equal((0, "waivers.yaml: EKS-012 of pwb:443 → k8s-posit-rstudiow-1f2e3d4c5b waived by Jane Doe until 2999-01-01\n"), (first.ExitCode, first.Output));
        Assert.Equal("note: check counts it with --waivers waivers.yaml, or with waivers: waivers.yaml in scanner.yaml\n", first.Error);
        await File.AppendAllTextAsync(_folder["waivers.yaml"], "  # mind this\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Waive("GEN-011")).ExitCode);
        var text = Read("waivers.yaml");
        Assert.Contains("\n  # mind this\n  - rule: GEN-011\n", text, StringComparison.Ordinal);
        Assert.Equal(["it's \"short\": # yes → 🙂", "accepted"], WaiversYaml.Read(_folder["waivers.yaml"]).Select(w => w.Reason));
        await AssertFollowsSchema("waivers.yaml");

        var check = await Run("check", s_drifted, "--waivers", "waivers.yaml");
        Assert.Contains(" 4 fail,", check.Output, StringComparison.Ordinal);
        Assert.Contains(", 2 waived\n", check.Output, StringComparison.Ordinal);
        Assert.Matches("WAIVED: 2 failures that somebody accepts\n~ EKS-012  pwb:443 → .*\n +Jane Doe, until 2999-01-01, OPS-12: it's \"short\": # yes → 🙂 +waivers.yaml:3:5\n", check.Output);
        Assert.Equal(0, (await Run("check", s_drifted, "--waivers", "waivers.yaml", "--only", "EKS-012", "--only", "GEN-011")).ExitCode);
        Assert.Equal(1, (await Run("check", s_drifted, "--only", "EKS-012", "--only", "GEN-011")).ExitCode);
    }

    [Fact]
    public async Task Reports_tell_who_accepts_what()
    {
        File.Copy(s_drifted, _folder["scan.jsonl"]);
        await Waive("EKS-012");
        await Run("check", "scan.jsonl", "--waivers", "waivers.yaml", "--out", "sarif=full.sarif", "--out", "github-sarif=github.sarif", "--out", "json=report.json");
        var results = JsonNode.Parse(Read("full.sarif"))!["runs"]![0]!["results"]!.AsArray();
        var suppression = Assert.Single(results.SelectMany(r => r!["suppressions"]!.AsArray()))!;
        Assert.Equal(("external", "accepted", "accepted", "2999-01-01T00:00:00.000Z", "waivers.yaml"), ((string)suppression["kind"]!, (string)suppression["status"]!, (string)suppression["justification"]!,
            (string)suppression["properties"]!["expiryUtc"]!, (string)suppression["location"]!["physicalLocation"]!["artifactLocation"]!["uri"]!));
        Assert.DoesNotContain("EKS-012", Read("github.sarif").Split("\"results\"")[1], StringComparison.Ordinal);
        var report = JsonNode.Parse(Read("report.json"))!;
        Assert.Equal(("applied", 1, 5), ((string)report["waivers"]![0]!["state"]!, (int)report["environments"]![0]!["counts"]!["waived"]!, (int)report["environments"]![0]!["counts"]!["fail"]!));
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "report.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Read("report.json")));
    }

    /// <summary>An alert that a waiver closed is not opened again because a later scan did not look.</summary>
    [Fact]
    public async Task What_is_waived_is_not_carried_forward()
    {
        File.Copy(s_drifted, _folder["scan.jsonl"]);
        await Waive("EKS-012");
        await Run("baseline", "create", "scan.jsonl", "-o", "b.json");
        foreach (var (waivers, count) in ((string[], int)[])[([], 1), (["--waivers", "waivers.yaml"], 0)])
        {
            await Run(["check", "scan.jsonl", "--skip", "EKS-012", "--baseline", "b.json", "--out", "github-sarif=github.sarif", .. waivers]);
            Assert.Equal(count, JsonNode.Parse(Read("github.sarif"))!["runs"]![0]!["results"]!.AsArray().Count(r => (string)r!["ruleId"]! == "EKS-012"));
        }
    }

    [Fact]
    public async Task Everything_at_once_is_one_report()
    {
        await Waive("EKS-012");
        await Run("baseline", "create", s_drifted, "-o", "b.json");
        var result = await Run("check", s_drifted, "--waivers", "waivers.yaml", "--baseline", "b.json", "--fail-new-only", "--out", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "report.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(result.Output));
        Assert.Single(JsonNode.Parse(result.Output)!["waivers"]![0]!["findings"]!.AsArray());
    }

    [Fact]
    public async Task One_that_is_past_or_of_other_facts_or_of_no_use_is_told()
    {
        await Waive("EKS-012");
        await Waive("EKS-002");
        var text = Read("waivers.yaml");
        _folder.With("past.yaml", text.Replace("2999-", "2020-", StringComparison.Ordinal));
        _folder.With("other.yaml", System.Text.RegularExpressions.Regex.Replace(text, "(factsHash: |isStickinessEnabled.*: )\"....", "$1\"0000"));
        var (past, other, unused, unseen) = (await Run("check", s_drifted, "--waivers", "past.yaml"), await Run("check", s_drifted, "--waivers", "other.yaml"), await Run("check", s_good, "--waivers", "waivers.yaml"), await Run("check", s_good, "--waivers", "waivers.yaml", "--only", "EKS-001"));
        Assert.Contains("! SCN-030  the waiver of EKS-012 for pwb:443 → k8s-posit-rstudiow-1f2e3d4c5b expired on 2020-01-01, so that it fails again: mend it, or waive it anew (past.yaml:3, Jane Doe)\n", past.Output, StringComparison.Ordinal);
        Assert.Contains("! SCN-031  the waiver of EKS-012 for pwb:443 → k8s-posit-rstudiow-1f2e3d4c5b was given of other facts, so that it fails again: isStickinessEnabled of TargetGroup targetgroup/k8s-posit-rstudiow-1f2e3d4c5b changed (other.yaml:3, Jane Doe)\n", other.Output, StringComparison.Ordinal);
        Assert.All((ScannerProcess.Result[])[past, other], r => Assert.Equal((1, false), (r.ExitCode, r.Output.Contains("WAIVED", StringComparison.Ordinal))));
        Assert.Contains("! SCN-032  the waiver of EKS-012 for loadbalancer/app/pwb:443/targetgroup/k8s-posit-rstudiow-1f2e3d4c5b is of no use: nothing fails there; take it out (waivers.yaml:3, Jane Doe)\n", unused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SCN-03", unseen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanner_yaml_names_the_file_and_one_beside_it_alone_counts_for_nothing()
    {
        await Waive("EKS-012");
        Assert.DoesNotContain("WAIVED", (await Run("check", s_drifted)).Output, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder["ops"]);
        _folder.With("ops/scanner.yaml", "waivers: accepted.yaml\n");
        var waived = await Waive("GEN-011", "--config", "ops/scanner.yaml");
        Assert.Equal((0, ""), (waived.ExitCode, waived.Error));
        Assert.Matches(@"WAIVED: 1 failure.*\n~ GEN-011", (await Run("check", s_drifted, "--config", "ops/scanner.yaml")).Output);
    }

    [Theory]
    [InlineData("GEN-012", "scanner: GEN-012 fails nowhere that could be seen, and what is unknown cannot be waived: scanner explain GEN-012 tells what would decide it\n")]
    [InlineData("GEN-001", "scanner: GEN-001 does not fail here: there is nothing to waive\n")]
    [InlineData("GEN-O01", "scanner: there is no rule 'GEN-O01'; did you mean 'GEN-001'?\n")]
    [InlineData("EKS-012 nothing", "scanner: EKS-012 judges no 'nothing'")]
    [InlineData("EKS-012 --expires 2020-01-01", "scanner: --expires 2020-01-01: is past already\n")]
    [InlineData("EKS-012 --expires soon", "scanner: --expires soon: expected a day such as 2027-12-31\n")]
    public async Task What_cannot_be_waived_is_one_line(string arguments, string error)
    {
        var result = await Waive(arguments.Split(' '));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["waivers.yaml"]));
    }

    [Theory]
    [InlineData("waivers: [{ rule: EKS-001, key: k, reason: r, owner: o, expires: 2999-01-01 }]\n")]
    [InlineData("waivers:\n- rule: EKS-001\n  key: k\n  reason: r\n  owner: o\n  expires: 2999-01-01\n...\n")]
    public async Task A_file_that_cannot_be_added_to_stays_as_it_is(string text)
    {
        _folder.With("waivers.yaml", text);
        var result = await Waive("EKS-012");
        Assert.Equal(2, result.ExitCode);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Equal(text, Read("waivers.yaml"));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("waivers: []\n")]
    [InlineData("# ours\nwaivers:\n")]
    [InlineData("waivers:\r\n- rule: EKS-001 # why\r\n  key: \"*\"\r\n  reason: r\r\n  owner: o\r\n  expires: 2999-01-01\r\n")]
    [InlineData("waivers:\n      - key: \"*\"\n        rule: EKS-001\n        reason: >\n          folded\n          text\n        owner: o\n        expires: 2999-01-01\n\n\n")]
    public async Task A_file_that_can_is(string text)
    {
        _folder.With("waivers.yaml", text);
        var before = text.Length == 0 ? 0 : WaiversYaml.Read(_folder["waivers.yaml"]).Count;
        var result = await Waive("EKS-012");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(before + 1, WaiversYaml.Read(_folder["waivers.yaml"]).Count);
        foreach (var comment in (string[])["# ours", "# why"]) Assert.Equal(text.Contains(comment, StringComparison.Ordinal), Read("waivers.yaml").Contains(comment, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("waivers:\n  - rule: EKS-O12\n    key: k\n    reason: r\n    owner: o\n    expires: 2999-01-01\n", "w.yaml:2:5: there is no rule 'EKS-O12'; did you mean 'EKS-012'?")]
    [InlineData("waivers:\n  - rule: EKS-012\n    kee: k\n", "w.yaml:3:5: unknown key 'kee'; did you mean 'key'?")]
    [InlineData("waivers:\n  - rule: EKS-012\n    key: k\n    reason: r\n    expires: 2999-01-01\n", "w.yaml:2:5: the waiver lacks owner")]
    [InlineData("waivers:\n  - rule: EKS-012\n    reason: r\n    owner: o\n    expires: 2999-01-01\n", "w.yaml:2:5: the waiver lacks key: the key of the resource, or \"*\" for all")]
    [InlineData("waivers:\n  - rule: EKS-012\n    key: k\n    reason: r\n    owner: o\n    expires: never\n", "w.yaml:6:14: expires is no day such as 2027-12-31")]
    [InlineData("waivers:\n  - rule: EKS-012\n    key: k\n    reason: \"\"\n    owner: o\n    expires: 2999-01-01\n", "w.yaml:4:13: reason is no text of at most 2000 characters")]
    [InlineData("waivers:\n  - rule: EKS-012\n    key: k\n    reason: r\n    owner: o\n    expires: 2999-01-01\n    factsHash: x\n", "w.yaml:7:16: factsHash is none; scanner waive writes it, and without it the waiver holds whatever the facts are")]
    [InlineData("waivers: 7\n", "w.yaml:1:10: expected a list here")]
    [InlineData("waivers:\n  - [\n", "w.yaml:3:1: not valid YAML: ")]
    public async Task A_bad_file_is_one_line_with_its_place(string text, string error)
    {
        _folder.With("w.yaml", text);
        var result = await Run("check", s_good, "--waivers", "w.yaml");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("scanner: " + error, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_change_does_not_flip_what_is_waived_before_and_after()
    {
        var change = Repository.Path("fixtures", "findings", "eks-change", "values.yaml");
        var plain = await Run("check", s_good, "--with", change, "--diff");
        _folder.With("w.yaml", "waivers:\n  - { rule: EKS-020, key: \"*\", reason: r, owner: o, expires: 2999-01-01 }\n");
        var waived = await Run("check", s_good, "--with", change, "--diff", "--waivers", "w.yaml");
        Assert.Contains("EKS-020    pass → fail  ", plain.Output, StringComparison.Ordinal);
        Assert.Contains("EKS-020    pass → fail (waived)  ", waived.Output, StringComparison.Ordinal);
        Assert.All((ScannerProcess.Result[])[plain, waived], r => Assert.DoesNotMatch("not applicable → none|none → (pass|not applicable)", r.Output));
    }

    private async Task AssertFollowsSchema(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "waivers.schema.json"), TestContext.Current.CancellationToken);
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(Read(file)));
        Assert.Empty(schema.Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()));
        Assert.NotEmpty(schema.Validate("""{"waivers": [{"rule": "EKS-012"}]}"""));
    }

    private static JsonNode? Json(YamlDotNet.RepresentationModel.YamlNode node) => node switch
    {
        YamlDotNet.RepresentationModel.YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlDotNet.RepresentationModel.YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlDotNet.RepresentationModel.YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        _ => JsonValue.Create(((YamlDotNet.RepresentationModel.YamlScalarNode)node).Value),
    };

    private string Read(string file) => File.ReadAllText(_folder[file]);

    private Task<ScannerProcess.Result> Waive(params string[] arguments)
    {
        string[] Default(string option, string value) => arguments.Contains(option) ? [] : [option, value];
        return Run(["waive", .. arguments, .. Default("--reason", "accepted"), .. Default("--owner", "Jane Doe"), .. Default("--expires", "2999-01-01"), "--in", s_drifted]);
    }

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), arguments);
}
