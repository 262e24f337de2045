using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scanner.Check;

/// <summary>A script as the C# that is compiled: a class whose one method declares the script's functions and returns its last expression.</summary>
internal sealed class ScriptTree
{
    // C# 14 prefers spans to a type's own members, such as array.Contains
    public const LanguageVersion Version = LanguageVersion.CSharp13;

    private static readonly CSharpParseOptions s_script = new(Version, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly CSharpParseOptions s_regular = new(Version, DocumentationMode.None);

    private ScriptTree(RuleScript script, SyntaxTree wrapped) => (Script, Wrapped) = (script, wrapped);

    public RuleScript Script { get; }

    /// <summary>The tree to compile; <c>#line</c> makes its positions those of the script.</summary>
    public SyntaxTree Wrapped { get; }

    public static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, s_regular);

    public static string ClassOf(RuleScript script) => "R_" + script.Id.Replace('-', '_');

    /// <summary>The script's tree; null, and what is wrong added to <paramref name="errors"/>, if it is no rule by its syntax.</summary>
    public static ScriptTree? Of(RuleScript script, List<RuleDiagnostic> errors)
    {
        if (ScriptSize.Refusal(script) is { } refusal)
        {
            errors.Add(refusal);
            return null;
        }
        var tree = CSharpSyntaxTree.ParseText(script.Text, s_script, script.Path);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var found = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => CompilerErrors.Of(d, script)).ToList();
        if (found.Count == 0) found.AddRange(ScriptSyntax.Check(root, script));
        errors.AddRange(found);
        if (found.Count > 0) return null;
        var wrapped = CSharpSyntaxTree.ParseText(Wrap(script, ScriptSyntax.RuleOf(root)!), s_regular, script.Path);
        if (ScriptSyntax.IsWhole((CompilationUnitSyntax)wrapped.GetRoot())) return new(script, wrapped);
        errors.Add(new(script.Path, 1, 1, RuleError.Shape, "the script is not functions and constants, then the rule", "write int F(int x) => …; or var x = …; before the rule"));
        return null;
    }

    /// <summary>The tree with the steps of a budget in it: to run, and not to tell places of errors.</summary>
    public static SyntaxTree Budgeted(SyntaxTree bound, SemanticModel model) =>
        CSharpSyntaxTree.Create((CSharpSyntaxNode)new BudgetRewriter(model).Visit(bound.GetRoot()), s_regular, bound.FilePath);

    private static string Wrap(RuleScript script, ExpressionSyntax rule)
    {
        var start = rule.GetLocation().GetLineSpan().StartLinePosition;
        return new StringBuilder("static class ").Append(ClassOf(script)).Append(" { internal static Rule Make() {\n#line 1\n")
            .Append(script.Text, 0, rule.SpanStart).Append("\nreturn\n#line ").Append(start.Line + 1).Append('\n')
            .Append(' ', start.Character).Append(script.Text, rule.SpanStart, rule.Span.Length).Append("\n#line hidden\n;} }").ToString();
    }
}
