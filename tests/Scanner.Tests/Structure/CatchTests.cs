using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Tests.Structure;

/// <summary>Exceptions are caught where they can be answered, and nowhere else: a catch is a place where a failure could become a silent pass.</summary>
public sealed class CatchTests
{
    private static readonly string[] s_allowed = File.ReadAllLines(Repository.Path("tests", "Scanner.Tests", "Structure", "allowed-catches.txt"));

    [Fact]
    public void Catch_sites_are_those_listed() => Assert.Equal(s_allowed.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split("  ")[0]).Order(StringComparer.Ordinal), Found().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_listed_site_says_why() => Assert.All(s_allowed.Where(l => l.Length > 0 && l[0] != '#'), l => Assert.Contains("  ", l, StringComparison.Ordinal));

    [Fact]
    public void No_catch_is_empty() => Assert.Empty(Catches().Where(c => c.Catch.Block.Statements.Count == 0).Select(c => c.Site));

    private static IEnumerable<string> Found() => Catches().Select(c => c.Site).Distinct();

    private static IEnumerable<(string Site, CatchClauseSyntax Catch)> Catches() =>
        from file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from clause in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<CatchClauseSyntax>()
        select (Site(file, clause), clause);

    private static string Site(string file, SyntaxNode clause)
    {
        var room = Path.GetRelativePath(Repository.Path("src"), file).Split(Path.DirectorySeparatorChar)[0];
        var member = clause.Ancestors().Select(a => a switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            ConstructorDeclarationSyntax => "new",
            _ => null,
        }).First(n => n is not null);
        return $"{room} {clause.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text}.{member}";
    }
}
