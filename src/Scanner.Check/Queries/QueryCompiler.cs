using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scanner.Model.Queries;

namespace Scanner.Check.Queries;

/// <summary>Compiles a query: one expression in the language of rules, which cannot loop, write, or reach out of the model.</summary>
public static class QueryCompiler
{
    private const int Longest = 20_000;
    private const int Tangled = 500;
    private const string Statements = "statements are not part of a query";

    private static readonly CSharpParseOptions s_options = new(ScriptTree.Version, DocumentationMode.None);

    /// <summary>The query, or what is wrong with it: one of both is there.</summary>
    public static (CompiledQuery? Query, IReadOnlyList<RuleDiagnostic> Errors) Compile(string text)
    {
        var script = new RuleScript("query", "query", "", "query", text);
        var errors = Shape(script);
        if (errors.Count > 0) return (null, errors);
        var tree = CSharpSyntaxTree.ParseText(Wrap(text), s_options, script.Path);
        var compilation = RuleCompiler.Create("query", [ScriptTree.Parse(RuleCompiler.Prelude + "\nglobal using Scanner.Model.Queries;"), tree]);
        errors = [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => QueryErrors.Of(d, script))];
        var model = compilation.GetSemanticModel(tree);
        if (errors.Count == 0) errors = [.. RuleAllowList.Check(model, script).Select(QueryErrors.Of)];
        if (errors.Count == 0) errors = [.. QueryShape.Unshowable(model.GetTypeInfo(Body(tree)).Type, script)];
        return errors.Count > 0 ? (null, QueryErrors.Placed(errors)) : (Emit(compilation, model), []);
    }

    /// <summary>Without statements there is no loop and no function that calls itself: what a query takes is bounded by what it asks.</summary>
    private static List<RuleDiagnostic> Shape(RuleScript script)
    {
        if (script.Text.Length > Longest) return [new(script.Path, 1, 1, RuleError.Shape, $"the query is longer than {Longest} characters", "ask for less at a time, or write a rule")];
        if (script.Text.AsSpan().Trim().IsEmpty) return [new(script.Path, 1, 1, RuleError.Shape, "the query is empty", QueryErrors.Start)];
        if (ScriptSize.IsTangled(script.Text, Tangled)) return [new(script.Path, 1, 1, RuleError.Shape, "the query has brackets within hundreds of brackets", "take it apart")];
        var parsed = SyntaxFactory.ParseExpression(script.Text, options: s_options);
        var tree = CSharpSyntaxTree.Create(parsed, s_options, script.Path);
        var wrong = parsed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => At(tree, d, script)).ToList();
        if (wrong.Count > 0) return wrong;
        var root = tree.GetRoot();
        wrong.AddRange(root.DescendantNodesAndSelf().OfType<BlockSyntax>().Select(b => ScriptSyntax.At(b.GetLocation(), script, RuleError.Syntax, Statements, "write x => expression")));
        if (wrong.Count == 0) wrong.AddRange(ScriptSyntax.Parts(root, script).Select(QueryErrors.Of));
        return wrong;
    }

    private static RuleDiagnostic At(SyntaxTree tree, Diagnostic wrong, RuleScript script) =>
        ScriptSyntax.At(tree.GetLocation(wrong.Location.SourceSpan), script, wrong.Id, wrong.GetMessage(CultureInfo.InvariantCulture), "a query is one C# expression");

    private static string Wrap(string text) => new StringBuilder().Append(CultureInfo.InvariantCulture, $"#line {QueryErrors.Outside}\n").Append("static class Query { internal static Question Make() => Question.Of((Environment env, Resources resources) =>\n#line 1\n")
        .Append(text).Append("\n#line hidden\n); }").ToString();

    private static ExpressionSyntax Body(SyntaxTree tree) => (ExpressionSyntax)tree.GetRoot().DescendantNodes().OfType<ParenthesizedLambdaExpressionSyntax>().First().Body;

    private static CompiledQuery Emit(CSharpCompilation compilation, SemanticModel model)
    {
        var tree = model.SyntaxTree;
        var (image, errors) = RuleCompiler.Emit(compilation.ReplaceSyntaxTree(tree, ScriptTree.Budgeted(tree, model)).AddSyntaxTrees(ScriptTree.Parse(RuleCompiler.BudgetPrelude)));
        if (image is null) throw new InvalidOperationException($"the query cannot be compiled: {string.Join(' ', errors)}");
        if (RuleImage.Problem(image) is { } problem) throw new InvalidOperationException($"the query cannot be run: {problem}");
        var make = Assembly.Load(image).GetType("Query")!.GetMethod("Make", BindingFlags.NonPublic | BindingFlags.Static)!;
        var body = Body(tree);
        var names = body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(n => n.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        return new((Question)make.Invoke(null, null)!, QueryColumns.Of(model, body), names.Contains("env"));
    }
}
