using System.Xml;
using System.Xml.Linq;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Tests.Report.Html;

/// <summary>A written HTML report, read back: it is XML as well, so that nothing in it depends on how a browser mends it.</summary>
internal sealed class HtmlFile
{
    public static readonly string[] Samples = ["mixed", "two", "nothing", "healthy", "hostile", "accepted"];

    private HtmlFile(string text) => (Text, Root) = (text, Read(text));

    public string Text { get; }

    public XElement Root { get; }

    public static HtmlFile Of(string sample, ReportOptions? options = null) => Of(ApprovedReportTests.Sample(sample), options);

    public static HtmlFile Of(ScanReport report, ReportOptions? options = null) =>
        new(ReportFiles.Write("html", report, options ?? ReportFiles.Options with { PictureOf = SamplePictures.Of }));

    public IEnumerable<XElement> All(string name) => Root.Descendants().Where(e => e.Name.LocalName == name);

    public IEnumerable<XElement> WithClass(string name) => Root.Descendants().Where(e => ((string?)e.Attribute("class"))?.Split(' ').Contains(name) is true);

    private static XElement Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }
}
