using System.Xml.Linq;

namespace Scanner.Tests.Structure;

/// <summary>Who may reference whom: one straight line, and no way around it.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Scanner.Model"] = [],
        ["Scanner.Collect"] = ["Scanner.Model", "AwsSdk"],
        ["Scanner.Check"] = ["Scanner.Model"],
        ["Scanner.RulePack"] = ["Scanner.Check"],
        ["Scanner.Report"] = ["Scanner.Model"],
        ["Scanner.Cli"] = ["Scanner.Model", "Scanner.Collect", "Scanner.Check", "Scanner.Report", "Scanner.RulePack"],
        ["AwsSdk"] = ["AwsSdk.Generator"],
        ["AwsSdk.Generator"] = [],
    };

    private static readonly Dictionary<string, string[]> s_packages = new()
    {
        ["Scanner.Model"] = [],
        ["Scanner.Report"] = [],
        ["Scanner.Check"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["AwsSdk"] = ["AWSSDK.Core"],
    };

    public static TheoryData<string> Rooms() => [.. Directory.EnumerateDirectories(Repository.Path("src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_references_only_what_the_design_allows(string room)
    {
        Assert.True(s_allowed.ContainsKey(room), $"{room} is no room of the design: name it here, with what it may reference");
        var project = XDocument.Load(Repository.Path("src", room, room + ".csproj"));
        var references = Included(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)).ToList();
        Assert.Empty(references.Except(s_allowed[room]));
        if (s_packages.TryGetValue(room, out var packages)) Assert.Empty(Included(project, "PackageReference").Except(packages));
    }

    [Fact]
    public void Every_room_of_the_design_exists() => Assert.Equal(s_allowed.Keys.Order(StringComparer.Ordinal), Rooms().Select(r => r.Data).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Included(XDocument project, string element) => project.Descendants(element).Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));
}
