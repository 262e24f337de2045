using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scanner.Model;

namespace Scanner.Check;

/// <summary>Compiles scripts, all in one compilation. A broken script hides neither the others' errors nor the others.</summary>
public static class RuleCompiler
{
    internal const string Prelude = """
        global using System;
        global using Scanner.Model;
        global using static Scanner.Model.Judgement;
        global using Environment = Scanner.Model.Environment;
        """;

    // overflow throws, and so ends as unknown; it must not wrap a count into another verdict
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, deterministic: true);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_references = new(() =>
    [
        .. new[] { typeof(object).Assembly, System.Reflection.Assembly.Load("System.Runtime"), typeof(Rule).Assembly }
            .Select(a => MetadataReference.CreateFromFile(a.Location)),
    ]);

    public static CompiledRules Compile(IReadOnlyList<RuleScript> scripts)
    {
        var errors = new List<RuleDiagnostic>();
        var trees = scripts.Select(s => ScriptTree.Of(s, errors)).OfType<ScriptTree>().ToList();
        var all = Create(trees);
        var broken = CompilerErrorsOf(all, trees);
        foreach (var tree in trees)
            errors.AddRange(broken[tree.Wrapped].Any() ? broken[tree.Wrapped].Select(d => CompilerErrors.Of(d, tree.Script)) : RuleAllowList.Check(all, tree));
        var bad = errors.Select(e => e.File).ToHashSet(StringComparer.Ordinal);
        var good = trees.Where(t => !bad.Contains(t.Script.Path)).ToList();
        return new(good.Count == 0 ? null : Emit(good.Count == trees.Count ? all : Create(good), good),
            [.. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column).Distinct()]);
    }

    private static CSharpCompilation Create(IEnumerable<ScriptTree> trees) =>
        Create(RuleAssembly.Name, [ScriptTree.Parse(Prelude), .. trees.Select(t => t.Wrapped)]);

    /// <summary>A compilation of trees that sees what rules see.</summary>
    internal static CSharpCompilation Create(string name, IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(name, trees, s_references.Value, s_options);

    private static ILookup<SyntaxTree?, Diagnostic> CompilerErrorsOf(CSharpCompilation compilation, IReadOnlyList<ScriptTree> trees)
    {
        var found = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToLookup(d => d.Location.SourceTree);
        var own = trees.Select(t => t.Wrapped).ToHashSet<SyntaxTree?>();
        return found.FirstOrDefault(f => !own.Contains(f.Key)) is { } elsewhere
            ? throw new InvalidOperationException($"rules cannot be compiled here: {elsewhere.First().GetMessage(CultureInfo.InvariantCulture)}")
            : found;
    }

    private static byte[] Emit(CSharpCompilation compilation, IReadOnlyList<ScriptTree> trees)
    {
        using var image = new MemoryStream();
        var result = compilation.AddSyntaxTrees(ScriptTree.Parse(RuleIndex.SourceOf(trees))).Emit(image);
        return result.Success ? image.ToArray()
            : throw new InvalidOperationException($"rules cannot be compiled: {string.Join(' ', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))}");
    }
}
