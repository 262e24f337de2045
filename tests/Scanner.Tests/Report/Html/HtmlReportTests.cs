using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Scanner.Model;

namespace Scanner.Tests.Report.Html;

public sealed class HtmlReportTests
{
    public static TheoryData<string> Samples => [.. HtmlFile.Samples];

    [Theory, MemberData(nameof(Samples))]
    public void Its_policy_admits_its_own_style_and_script_and_nothing_else(string sample)
    {
        var html = HtmlFile.Of(sample);
        var policy = (string)html.All("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        Assert.Equal($"default-src 'none'; style-src '{Hash(html.All("style").Single())}'; script-src '{Hash(html.All("script").Single())}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(html.Root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Nothing_in_it_comes_from_elsewhere(string sample)
    {
        var html = HtmlFile.Of(sample);
        string[] loading = ["src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "cite", "xlink:href"];
        Assert.DoesNotContain(html.Root.DescendantsAndSelf().Attributes(), a => loading.Contains(a.Name.LocalName));
        Assert.DoesNotContain(html.Root.Descendants(), e => e.Name.LocalName is "link" or "img" or "iframe" or "object" or "embed" or "base" or "use" or "image" or "foreignObject");
        Assert.DoesNotContain("@import", html.Text, StringComparison.Ordinal);
        foreach (var link in html.Root.Descendants().Where(e => e.Attribute("href") is not null))
            Assert.True(link.Name.LocalName == "a" && ((string)link.Attribute("href")! is ['#', ..] || ((string)link.Attribute("href")!).StartsWith("https://", StringComparison.Ordinal) && (string?)link.Attribute("rel") == "noopener noreferrer"), link.ToString());
        foreach (Match url in Regex.Matches(html.Text, "url\\(([^)]*)\\)")) Assert.StartsWith("#", url.Groups[1].Value, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Every_link_within_it_leads_somewhere(string sample)
    {
        var html = HtmlFile.Of(sample);
        var ids = html.Root.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var wanted = html.All("a").Select(a => (string)a.Attribute("href")!).Where(h => h[0] == '#').Select(h => h[1..])
            .Concat(html.Root.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')))
            .Concat(Regex.Matches(html.Text, "url\\(#([^)]*)\\)").Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal);
        Assert.Empty(wanted.Except(ids));
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_screen_reader_finds_its_way(string sample)
    {
        var html = HtmlFile.Of(sample);
        Assert.Equal("en", (string?)html.Root.Attribute("lang"));
        Assert.Equal(["header", "main", "footer"], html.All("body").Single().Elements().Select(e => e.Name.LocalName).Where(n => n is "header" or "main" or "footer"));
        var headings = html.Root.Descendants().Select(e => e.Name.LocalName).Where(n => n is ['h', >= '1' and <= '6']).Select(n => n[1] - '0').ToList();
        Assert.Equal(1, headings[0]);
        Assert.Single(headings, 1);
        Assert.All(headings.Zip(headings.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        Assert.All(html.All("section"), s => Assert.NotNull(s.Attribute("aria-labelledby")));
        Assert.All(html.All("nav").Concat(html.All("form")).Concat(html.All("aside")), e => Assert.NotEqual("", (string?)e.Attribute("aria-label") ?? ""));
        Assert.All(html.All("th"), h => Assert.Contains((string?)h.Attribute("scope"), (string[])["row", "col"]));
        Assert.All(html.All("input").Concat(html.All("select")), i => Assert.Contains(i.Ancestors(), a => a.Name.LocalName == "label"));
        Assert.All(html.All("fieldset"), f => Assert.Equal("legend", f.Elements().First().Name.LocalName));
        Assert.All(html.All("details"), d => Assert.Equal("summary", d.Elements().First().Name.LocalName));
        Assert.All(html.All("svg"), s => Assert.True((string?)s.Attribute("aria-hidden") == "true" || (string?)s.Attribute("role") == "img" && s.Attribute("aria-labelledby") is not null));
    }

    [Fact]
    public void Nothing_foreign_is_markup_and_nothing_in_it_hides()
    {
        var (hostile, plain) = (HtmlFile.Of("hostile"), HtmlFile.Of(SampleReports.Hostile([.. ApprovedReportTests.Malice.Select((_, i) => $"harmless{i}")])));
        Assert.Equal(Shape(plain), Shape(hostile));
        Assert.All(hostile.Text.EnumerateRunes(), r => Assert.True(r.Value == '\n' || Rune.GetUnicodeCategory(r) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)));
        Assert.Contains(hostile.WithClass("rule-body"), b => b.Value.Contains("label<script>alert(1)</script>", StringComparison.Ordinal));
        Assert.Contains("label⟨U+202E⟩gnp.exe⟨U+2066⟩", hostile.Root.Value, StringComparison.Ordinal);
        static IEnumerable<string> Shape(HtmlFile file) => file.Root.DescendantsAndSelf().Select(e => $"{e.Name.LocalName} {string.Join(' ', e.Attributes().Select(a => a.Name.LocalName))}");
    }

    [Theory, MemberData(nameof(Samples))]
    public void It_says_first_what_the_text_report_says(string sample)
    {
        var (html, report) = (HtmlFile.Of(sample), ApprovedReportTests.Sample(sample));
        var outcomes = html.WithClass("outcome").Select(o => o.Value).ToList();
        Assert.Equal(Math.Max(1, report.Environments.Count), outcomes.Count);
        var text = ReportFiles.Write("text", report).Replace("  ", " ", StringComparison.Ordinal);
        if (report.Environments.Count > 0) Assert.All(outcomes, o => Assert.Contains($"\n{o}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_its_own_verdict_and_none_that_is_open_passes()
    {
        var words = HtmlFile.Of("mixed").WithClass("rule").ToDictionary(r => r.Descendants().First(d => (string?)d.Attribute("class") == "rule-id").Value, r => (string)r.Attribute("data-verdict")!);
        Assert.Equal(10, words.Count);
        Assert.Equal(["GEN-020", "PCL-030", "PCL-031"], words.Where(w => w.Value == "unknown").Select(w => w.Key).Order(StringComparer.Ordinal));
        Assert.Equal("fail", words["PCL-015"]);
        Assert.Equal(["PCL-022"], words.Where(w => w.Value == "pass").Select(w => w.Key));
        Assert.Equal("waived", HtmlFile.Of("accepted").WithClass("rule").First(r => r.Value.Contains("GEN-011", StringComparison.Ordinal)).Attribute("data-verdict")!.Value);
    }

    [Fact]
    public void A_rule_that_said_nothing_is_unknown()
    {
        var mixed = SampleReports.Mixed();
        var html = HtmlFile.Of(mixed with { Environments = [mixed.Environments[0] with { Rules = [.. mixed.Environments[0].Rules, SampleRules.Of("PCL-077", "silent", "Nobody spoke", Severity.Error)] }] });
        Assert.Equal("unknown", html.WithClass("rule").Single(r => r.Value.Contains("PCL-077", StringComparison.Ordinal)).Attribute("data-verdict")!.Value);
        Assert.Contains(html.WithClass("remedy"), r => r.Value.Contains("said nothing", StringComparison.Ordinal) && r.Value.Contains("PCL-077", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_refused_stands_above_the_verdicts()
    {
        var main = HtmlFile.Of("mixed").All("main").Single();
        Assert.Equal("alert", (string?)main.Elements().First().Attribute("class"));
        Assert.Contains("rds:DescribeDBInstances (denied)", main.Elements().First().Value, StringComparison.Ordinal);
        Assert.Empty(HtmlFile.Of("healthy").WithClass("alert"));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_rule_shows_some_of_its_failures_and_says_how_many_more(int subjects, bool isCut)
    {
        var html = HtmlFile.Of(LargeReports.OneRule(subjects));
        var body = html.WithClass("rule-body").Single();
        Assert.Equal(10, body.Descendants().Count(e => e.Name.LocalName == "li" && e.Parent!.Attribute("class")?.Value == "subjects"));
        Assert.Equal(isCut, body.Value.Contains("and 1 more: the JSON report has them all", StringComparison.Ordinal));
        Assert.Equal(subjects, HtmlFile.Of(LargeReports.OneRule(subjects), new() { Verbose = true }).WithClass("rule-body").Single().Descendants().Count(e => e.Name.LocalName == "li" && e.Parent!.Attribute("class")?.Value == "subjects"));
    }

    [Fact]
    public void A_large_scan_stays_a_small_page()
    {
        var html = HtmlFile.Of(LargeReports.Of(140, 5000));
        Assert.InRange(html.Root.Descendants().Count(), 1000, 25_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(html.Text), 100_000, 4_000_000);
    }

    [Theory]
    [InlineData("https://github.com/org/infra", "https://github.com/org/infra/blob/4f5c2d9e/cluster.yaml#L118")]
    [InlineData("https://github.example.com/org/infra/", "https://github.example.com/org/infra/blob/4f5c2d9e/cluster.yaml#L118")]
    [InlineData("https://gitlab.com/org/infra", "https://gitlab.com/org/infra/-/blob/4f5c2d9e/cluster.yaml#L118")]
    [InlineData("https://git.example/org/infra", null)]
    [InlineData("http://github.com/org/infra", null)]
    public void A_line_is_linked_where_its_address_is_known(string repository, string? link)
    {
        var links = HtmlFile.Of("mixed", ReportFiles.Options with { RepositoryUri = new(repository) }).WithClass("place").SelectMany(p => p.Descendants()).Select(d => (string?)d.Attribute("href")).OfType<string>().ToList();
        if (link is null) Assert.Empty(links);
        else Assert.Contains(link, links);
    }

    [Fact]
    public void Its_colours_can_be_read()
    {
        var style = HtmlFile.Of("nothing").All("style").Single().Value;
        var themes = Regex.Matches(style, ":root\\{color-scheme:light dark;([^}]*)\\}|:root\\{(--ground:#0[^}]*)\\}").Select(m => Colours(m.Value)).ToList();
        Assert.Equal(2, themes.Count);
        foreach (var theme in themes)
            foreach (var ink in (string[])["ink", "faint", "anchor", "error", "warning", "note", "unsure", "well"])
                foreach (var ground in (string[])["ground", "soft", "alert"])
                    Assert.True(Contrast(theme[ink], theme[ground]) >= 4.5, $"{ink} on {ground}: {Contrast(theme[ink], theme[ground]):0.00}");
        static Dictionary<string, string> Colours(string rule) => Regex.Matches(rule, "--([a-z]+):#([0-9a-f]{3,6})").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Length == 3 ? string.Concat(m.Groups[2].Value.Select(c => $"{c}{c}")) : m.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour).Select(b => b / 255.0).Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Hash(XElement element) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Value)))}";
}
