using Microsoft.Playwright;
using Scanner.Model.Findings;

namespace Scanner.Tests.Report.Html;

/// <summary>The HTML report in a real Chromium: that of SCANNER_CHROMIUM, or the system's. Where there is none, these are skipped.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scanner-html");
    private readonly List<string> _complaints = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        // containers that run tests as root have no sandbox for it
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("mixed")]
    [InlineData("two")]
    [InlineData("nothing")]
    [InlineData("hostile")]
    [InlineData("accepted")]
    public async Task It_opens_without_a_complaint(string sample)
    {
        var page = await Open(ApprovedReportTests.Sample(sample));
        Assert.Equal("Scanner report", await page.Locator("h1").InnerTextAsync());
        Assert.Empty(_complaints);
    }

    /// <summary>How long it took, as the browser counts, is what a person reads: on a busy machine it says little of the page. The second time the browser itself is warm.</summary>
    [Fact]
    public async Task A_large_scan_opens_at_once()
    {
        var large = LargeReports.Of(140, 5000);
        foreach (var time in (string[])["first", "second", "third"])
        {
            var page = await Open(large);
            var took = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd");
            TestContext.Current.TestOutputHelper!.WriteLine($"{time}: opened in {took:0} ms, {await page.Locator("*").CountAsync()} elements");
            Assert.Equal("140 rules", await page.Locator("output").InnerTextAsync());
        }
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Filters_work_by_keyboard()
    {
        var page = await Open(SampleReports.Mixed());
        await page.Locator("input[value=unknown]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        Assert.Equal("3 of 10 rules", await page.Locator("output").InnerTextAsync());
        Assert.Equal(3, await page.Locator("details.rule:visible").CountAsync());
        await page.Locator("input[name=text]").FocusAsync();
        await page.Keyboard.TypeAsync("MySQL");
        Assert.Equal("1 of 10 rules", await page.Locator("output").InnerTextAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("output")).ToHaveTextAsync("10 rules");
        await page.Locator("select[name=section]").SelectOptionAsync("Posit Workbench, Architectures");
        Assert.Equal("2 of 10 rules", await page.Locator("output").InnerTextAsync());
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_link_opens_the_rule_that_it_leads_to()
    {
        var page = await Open(SampleReports.Mixed());
        await page.Locator("input[value=unknown]").CheckAsync();
        await page.Locator("article.failure a", new() { HasTextString = "PCL-032" }).ClickAsync();
        await Assertions.Expect(page.Locator("#e1-PCL-032")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#e1-PCL-032")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Without_a_script_everything_is_there_but_the_filters()
    {
        var page = await Open(SampleReports.Mixed(), new() { JavaScriptEnabled = false });
        Assert.False(await page.Locator("form.filters").IsVisibleAsync());
        Assert.Equal(10, await page.Locator("details.rule:visible").CountAsync());
        await page.Locator("details.rule summary").First.ClickAsync();
        Assert.True(await page.Locator("details.rule .rule-body").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(900)]
    [InlineData(1400)]
    public async Task Nothing_is_wider_than_the_page(int width)
    {
        var page = await Open(SampleReports.Hostile(ApprovedReportTests.Malice), new() { ViewportSize = new() { Width = width, Height = 900 } });
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
    }

    [Fact]
    public async Task It_is_dark_where_the_reader_prefers_that()
    {
        var light = await Open(SampleReports.Mixed(), new() { ColorScheme = ColorScheme.Light });
        var dark = await Open(SampleReports.Mixed(), new() { ColorScheme = ColorScheme.Dark });
        const string ground = "() => getComputedStyle(document.body).backgroundColor";
        Assert.Equal("rgb(255, 255, 255)", await light.EvaluateAsync<string>(ground));
        Assert.Equal("rgb(13, 17, 23)", await dark.EvaluateAsync<string>(ground));
    }

    /// <summary>A page of the report, of which every complaint and every request for anything but itself is kept.</summary>
    private async Task<IPage> Open(ScanReport report, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "no Chromium: install the system's package, or name one in SCANNER_CHROMIUM");
        var path = Path.Combine(_folder.FullName, $"{_folder.GetFiles().Length}.html");
        await File.WriteAllTextAsync(path, HtmlFile.Of(report).Text, TestContext.Current.CancellationToken);
        var page = await (await _browser.NewContextAsync(options)).NewPageAsync();
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) => { if (request.Url != new Uri(path).AbsoluteUri) _complaints.Add($"asked for {request.Url}"); };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    private static string? Chromium => System.Environment.GetEnvironmentVariable("SCANNER_CHROMIUM") is { Length: > 0 } named ? named
        : (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(d => (string[])["chromium", "chromium-browser", "google-chrome"], Path.Combine).FirstOrDefault(File.Exists);
}
