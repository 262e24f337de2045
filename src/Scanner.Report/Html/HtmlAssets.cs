using System.Security.Cryptography;
using System.Text;
using Scanner.Report.Graph;

namespace Scanner.Report.Html;

/// <summary>The page's own style and script, with the hashes by which its policy admits them and nothing else.</summary>
internal static class HtmlAssets
{
    public static string Style { get; } = $"\n{Read("report.css")}{SvgStyle.Css}\n";

    public static string Script { get; } = $"\n{Read("report.js")}";

    /// <summary>Nothing is loaded, sent or run but what stands in the file.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var stream = typeof(HtmlAssets).Assembly.GetManifestResourceStream($"{typeof(HtmlAssets).Namespace}.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
