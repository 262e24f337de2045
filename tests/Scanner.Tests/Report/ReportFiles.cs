using System.Text;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Tests.Report;

/// <summary>Written reports, and the files that approve them. SCANNER_APPROVE=1 rewrites those.</summary>
internal static class ReportFiles
{
    public static readonly ReportOptions Options = new()
    {
        CommandLine = "scanner check --out sarif=scan.sarif",
        RepositoryUri = new("https://git.example/org/infra"), RevisionId = "4f5c2d9e", Branch = "main",
        InformationUri = new("https://scanner.example/"), HelpUri = id => new($"https://scanner.example/rules/{id}"),
    };

    public static string Write(string format, ScanReport report, ReportOptions? options = null) => Encoding.UTF8.GetString(Bytes(format, report, options));

    public static byte[] Bytes(string format, ScanReport report, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        ReportFormat.Find(format)!.Write(report, output, options ?? Options);
        return output.ToArray();
    }

    public static void AssertApproved(string file, string actual)
    {
        var path = Repository.Path("tests", "Scanner.Tests", "Report", "approved", file);
        if (System.Environment.GetEnvironmentVariable("SCANNER_APPROVE") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{file} is not approved yet: look at it, then run with SCANNER_APPROVE=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
