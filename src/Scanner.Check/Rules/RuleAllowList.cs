using Microsoft.CodeAnalysis.CSharp;

namespace Scanner.Check;

internal static class RuleAllowList
{
    public static IEnumerable<RuleDiagnostic> Check(CSharpCompilation compilation, ScriptTree tree) => [];
}
