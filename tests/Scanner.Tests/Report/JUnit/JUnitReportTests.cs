using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Report.Html;

namespace Scanner.Tests.Report.JUnit;

public sealed class JUnitReportTests
{
    public static TheoryData<string> Samples => [.. HtmlFile.Samples];

    [Theory, MemberData(nameof(Samples))]
    public void It_follows_its_schema(string sample) => Validate(Write(ApprovedReportTests.Sample(sample)));

    [Fact]
    public void The_schema_notices_what_no_reader_knows()
    {
        var document = XDocument.Parse(Write(SampleReports.Mixed()));
        document.Descendants("testcase").First().Add(new XElement("unknown"));
        Assert.Throws<XmlSchemaValidationException>(() => Validate(document.ToString()));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Its_counts_are_right_and_no_two_tests_have_one_name(string sample)
    {
        var root = XDocument.Parse(Write(ApprovedReportTests.Sample(sample))).Root!;
        foreach (var counted in root.Elements("testsuite").Prepend(root))
        {
            var cases = counted.Descendants("testcase").ToList();
            Assert.Equal(cases.Count, (int)counted.Attribute("tests")!);
            foreach (var (attribute, element) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
                Assert.Equal(cases.Count(c => c.Element(element) is not null), (int)counted.Attribute(attribute)!);
        }
        foreach (var suite in root.Elements("testsuite"))
            Assert.Equal(suite.Elements().Count(), suite.Elements().Select(c => ((string)c.Attribute("classname")!, (string)c.Attribute("name")!)).Distinct().Count());
        var names = root.Elements("testsuite").Select(s => (string)s.Attribute("name")!).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The one sin: a test that passed, of something that nobody saw.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void Only_a_pass_is_a_passed_test(string sample)
    {
        var report = ApprovedReportTests.Sample(sample);
        var passed = XDocument.Parse(Write(report)).Descendants("testcase").Where(c => !c.HasElements && (string)c.Attribute("classname")! != "scan").ToList();
        Assert.Equal(report.Findings.Count(f => f.Verdict is Verdict.Pass), passed.Count);
    }

    [Theory]
    [InlineData("GEN-020", "skipped", "unknown")]
    [InlineData("PCL-031", "skipped", "unknown")]
    [InlineData("PCL-030", "error", "unknown")]
    [InlineData("SLM-001", "skipped", "notApplicable")]
    [InlineData("PCL-009", "failure", "warning")]
    [InlineData("PCL-032", "failure", "error")]
    [InlineData("EDA-004", "skipped", "note")]
    public void A_verdict_becomes_a_result(string rule, string element, string type)
    {
        var one = XDocument.Parse(Write(SampleReports.Mixed())).Descendants("testcase").Single(c => ((string)c.Attribute("classname")!).EndsWith(rule, StringComparison.Ordinal));
        Assert.Equal(type, (string?)one.Element(element)?.Attribute("type"));
        Assert.NotEqual("", (string)one.Element(element)!.Attribute("message")!);
    }

    [Fact]
    public void A_note_fails_where_notes_do()
    {
        var one = XDocument.Parse(Write(SampleReports.Mixed() with { FailOn = Severity.Note })).Descendants("testcase").Single(c => ((string)c.Attribute("classname")!).EndsWith("EDA-004", StringComparison.Ordinal));
        Assert.Equal("note", (string?)one.Element("failure")?.Attribute("type"));
    }

    [Fact]
    public void What_is_accepted_is_skipped_with_who_and_why()
    {
        var cases = XDocument.Parse(Write(AcceptedReports.Accepted())).Descendants("skipped").Select(s => ((string)s.Attribute("type")!, (string)s.Attribute("message")!)).ToList();
        Assert.Contains(cases, c => c.Item1 == "waived" && c.Item2.StartsWith("waived by Jane Doe until 2027-01-21", StringComparison.Ordinal));
        Assert.Contains(cases, c => c.Item1 == "baseline");
        Assert.Contains("outOfSight", XDocument.Parse(Write(AcceptedReports.Accepted())).Descendants("error").Select(e => (string)e.Attribute("type")!));
    }

    [Fact]
    public void A_rule_that_said_nothing_has_not_passed()
    {
        var mixed = SampleReports.Mixed();
        var written = Write(mixed with { Environments = [mixed.Environments[0] with { Rules = [.. mixed.Environments[0].Rules, SampleRules.Of("PCL-077", "silent", "Nobody spoke", Severity.Error)] }] });
        Assert.NotNull(XDocument.Parse(written).Descendants("testcase").Single(c => (string)c.Attribute("classname")! == "research.PCL-077").Element("skipped"));
    }

    [Fact]
    public void A_scan_that_found_nothing_is_red()
    {
        var root = XDocument.Parse(Write(SampleReports.Nothing())).Root!;
        Assert.Equal("2", (string)root.Attribute("errors")!);
        Assert.NotEqual("0", (string)XDocument.Parse(Write(SampleReports.Nothing() with { Unlisted = null, Snapshot = SampleReports.Healthy().Snapshot })).Root!.Attribute("errors")!);
    }

    /// <summary>A name is a name of a level where readers split at dots.</summary>
    [Fact]
    public void A_dot_in_a_name_makes_no_level() =>
        Assert.Contains("classname=\"a_b_c.PCL-022\"", Write(SampleReports.Mixed() with { Environments = [SampleReports.Environment("a.b.c", [SampleReports.Finding(SampleRules.Home, Verdict.Pass)])] }), StringComparison.Ordinal);

    [Fact]
    public void Odd_characters_are_shown_and_are_XML()
    {
        var written = Write(SampleReports.Hostile([.. ApprovedReportTests.Malice, "\0\uFFFE\uD800x]]>"]));
        var names = XDocument.Parse(written).Descendants("testcase").Select(c => (string)c.Attribute("name")!).ToList();
        Assert.Contains(names, n => n.Contains("⟨U+0000⟩⟨U+FFFE⟩\uFFFDx]]>", StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains("label<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_makes_no_line_of_its_own() =>
        Assert.DoesNotContain("\nFAILED", Write(SampleReports.Hostile("a\nFAILED", "b\nFAILED")), StringComparison.Ordinal);

    private static string Write(ScanReport report) => ReportFiles.Write("junit", report);

    private static void Validate(string written)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(Repository.Path("docs", "junit.xsd"));
        schemas.Add(null, schema);
        XDocument.Parse(written).Validate(schemas, null);
    }
}
