using System.Globalization;
using System.Text.Json.Nodes;

namespace Scanner.Tests.Report;

/// <summary>What neither the schema nor the validator knows of the SARIF that Scanner writes.</summary>
public sealed class SarifProfileTests
{
    public static TheoryData<string, string> Cases => SarifSchemaTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fingerprints_are_unique(string sample, string format)
    {
        foreach (var run in Runs(sample, format))
        {
            foreach (var name in new[] { "primaryLocationLineHash", "scannerFinding/v1" })
                Assert.Distinct(Results(run).Where(r => r["baselineState"] is not { } state || Text(state) != "absent").Select(r => Text(r["partialFingerprints"]![name])));
            Assert.Distinct(Results(run).Select(r => Text(r["guid"])));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rules_are_where_results_point(string sample, string format)
    {
        foreach (var run in Runs(sample, format))
        {
            var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
            foreach (var result in Results(run))
            {
                var rule = rules[(int)result["ruleIndex"]!]!;
                Assert.Equal(Text(rule["id"]), Text(result["ruleId"]));
                Assert.NotNull(rule["messageStrings"]![Text(result["message"]!["id"])]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Message_strings_with_their_arguments_are_the_text(string sample, string format)
    {
        foreach (var run in Runs(sample, format))
            foreach (var result in Results(run))
            {
                var message = result["message"]!;
                var rule = run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!;
                var template = Text(rule["messageStrings"]![Text(message["id"])]!["text"]);
                var arguments = message["arguments"]!.AsArray().Select(object (a) => Text(a)).ToArray();
                Assert.Equal(string.Format(CultureInfo.InvariantCulture, template, arguments), Text(message["text"]));
            }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Messages_end_with_a_period(string sample, string format) =>
        Assert.All(Runs(sample, format).SelectMany(r => Named(r, "text")).Where(IsMessage), t => Assert.EndsWith(".", Text(t)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_failures_have_a_level(string sample, string format) =>
        Assert.All(Runs(sample, format).SelectMany(Results), r => Assert.Equal(Text(r["kind"]) == "fail", Text(r["level"]) != "none"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_location_has_a_place_with_a_relative_uri(string sample, string format)
    {
        foreach (var run in Runs(sample, format))
        {
            Assert.All(Named(run, "logicalLocations"), l => Assert.NotNull(l.Parent!["physicalLocation"]));
            Assert.All(Named(run, "uri"), u => Assert.Matches(@"^(?!\.?/|[^/]*:|\.\./)[^\\ ]+$", Text(u)));
            Assert.All(Named(run, "region"), r => Assert.True((int)r["endColumn"]! > (int)r["startColumn"]!));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Security_severities_are_numbers_of_security_rules(string sample, string format)
    {
        foreach (var rule in Runs(sample, format).SelectMany(r => r["tool"]!["driver"]!["rules"]!.AsArray()))
        {
            var properties = rule!["properties"]!;
            var tags = properties["tags"]!.AsArray().Select(Text).ToList();
            Assert.InRange(tags.Count, 1, 10);
            Assert.Equal(tags.Contains("security"), properties["security-severity"] is not null);
            if (properties["security-severity"] is not { } severity) continue;
            Assert.InRange(double.Parse(Text(severity), CultureInfo.InvariantCulture), 0.1, 10);
            Assert.NotEqual("9.0", Text(severity));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Runs_differ_in_their_category(string sample, string format)
    {
        var ids = Runs(sample, format).Select(r => Text(r["automationDetails"]!["id"])).ToList();
        Assert.Distinct(ids.Select(i => i[..i.LastIndexOf('/')]));
        Assert.All(ids, i => Assert.Matches(@"^scanner/[\w.-]+(/[\w.-]+)?/(live|declared|preview)/\d{8}T\d{6}Z$", i));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void There_is_no_rank(string sample, string format) => Assert.All(Runs(sample, format), r => Assert.Empty(Named(r, "rank")));

    private static IEnumerable<JsonNode> Runs(string sample, string format) =>
        JsonNode.Parse(ReportFiles.Write(format, ApprovedReportTests.Sample(sample)))!["runs"]!.AsArray().Select(r => r!);

    private static bool IsMessage(JsonNode text) => text.Parent!.GetPropertyName() is not ("snippet" or "verdict");

    private static IEnumerable<JsonNode> Results(JsonNode run) => run["results"]!.AsArray().Select(r => r!);

    private static string Text(JsonNode? node) => (string)node!;

    private static IEnumerable<JsonNode> Named(JsonNode? node, string name) => node switch
    {
        JsonObject o => o.Where(p => p.Key == name && p.Value is not null).Select(p => p.Value!).Concat(o.SelectMany(p => Named(p.Value, name))),
        JsonArray a => a.SelectMany(n => Named(n, name)),
        _ => [],
    };
}
