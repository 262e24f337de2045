using System.Text.RegularExpressions;

namespace Scanner.Tests.Structure;

/// <summary>Links between pages lead to files that there are, and to headings that stand in them.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages() => ["README.md", .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Select(f => $"docs/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var file = Repository.Path(page);
        foreach (Match link in Link.Matches(Prose(file)))
        {
            var (path, anchor) = (link.Groups["path"].Value, link.Groups["anchor"].Value);
            var target = path.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, path);
            Assert.True(Path.Exists(target), $"{page} links to {path}");
            Assert.True(anchor.Length == 0 || Anchors(target).Contains(anchor), $"{page} links to {path}#{anchor}, and there is no such heading");
        }
    }

    [Fact]
    public void There_are_links_with_anchors() => Assert.Contains(Pages(), p => Link.Matches(Prose(Repository.Path(p.Data))).Any(l => l.Groups["anchor"].Length > 0));

    /// <summary>As GitHub makes them of headings: small letters, spaces as hyphens, no punctuation; the second of a name gets a number.</summary>
    private static HashSet<string> Anchors(string file)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading.Matches(Prose(file)))
        {
            var anchor = Dropped.Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');
            for (var number = 0; !anchors.Add(number == 0 ? anchor : $"{anchor}-{number}"); number++) { }
        }
        return anchors;
    }

    /// <summary>Without what stands in blocks of code.</summary>
    private static string Prose(string file) => Code.Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"\]\((?!https?://|mailto:)(?<path>[^)#\s]*)(?:#(?<anchor>[^)\s]+))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}_\- ]")]
    private static partial Regex Dropped { get; }

    [GeneratedRegex(@"^```.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code { get; }
}
