using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Scanner.Check;

/// <summary>The table of contents that is compiled into an assembly of rules, so that it can be loaded without its scripts.</summary>
internal static class RuleIndex
{
    public static string SourceOf(IEnumerable<ScriptTree> trees)
    {
        var source = new StringBuilder($$"""
            public static class {{RuleAssembly.IndexClass}}
            {
                public const string {{RuleAssembly.ModelField}} = "{{RuleAssembly.Model}}";
                public static (string, string, string, string, bool, Func<Rule>)[] {{RuleAssembly.AllMethod}}() =>
                [

            """);
        foreach (var tree in trees)
            source.Append('(').AppendJoin(", ", Identity(tree.Script).Select(part => SymbolDisplay.FormatLiteral(part, quote: true)))
                .Append(AsksAttestation(tree.Script) ? ", true, " : ", false, ").Append(ScriptTree.ClassOf(tree.Script)).Append(".Make),\n");
        return source.Append("]; }").ToString();
    }

    private static bool AsksAttestation(RuleScript script) => script.Text.Contains(nameof(Model.Attestations.Attested), StringComparison.Ordinal);

    private static string[] Identity(RuleScript script) => [script.Id, script.Name, script.Architecture, script.Path];
}
