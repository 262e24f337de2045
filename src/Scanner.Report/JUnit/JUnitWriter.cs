using System.Globalization;
using System.Xml;
using Scanner.Model.Snapshots;

namespace Scanner.Report.JUnit;

/// <summary>Writes what Jenkins, GitLab and Azure DevOps have in common of this format.</summary>
internal sealed class JUnitWriter(XmlWriter xml, Header header)
{
    public void Write(IReadOnlyList<JUnitSuite> suites)
    {
        xml.WriteStartElement("testsuites");
        Attribute("name", "scanner");
        Counts([.. suites.SelectMany(s => s.Cases)]);
        foreach (var suite in suites) Write(suite);
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private void Write(JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        Attribute("name", suite.Name);
        Counts(suite.Cases);
        Attribute("timestamp", header.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var one in suite.Cases) Write(one);
        xml.WriteEndElement();
    }

    private void Counts(IReadOnlyList<JUnitCase> cases)
    {
        Attribute("tests", Number(cases.Count));
        Attribute("failures", Number(cases.Count(c => c.Result is JUnitResult.Failure)));
        Attribute("errors", Number(cases.Count(c => c.Result is JUnitResult.Error)));
        Attribute("skipped", Number(cases.Count(c => c.Result is JUnitResult.Skipped)));
        Attribute("time", Math.Max(0, (header.EndedAt - header.StartedAt).TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture));
    }

    private void Write(JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        Attribute("classname", one.Group);
        Attribute("name", one.Name);
        if (one.Place is { } place) Attribute("file", place.File);
        if (one.Result is not JUnitResult.Passed)
        {
            xml.WriteStartElement(one.Result.ToString().ToLowerInvariant());
            Attribute("type", one.Type);
            Attribute("message", one.Message);
            xml.WriteString(string.Join('\n', one.Lines.Select(VisibleText.Of)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, VisibleText.Of(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
