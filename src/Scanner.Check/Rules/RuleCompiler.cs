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

    /// <summary>Only for what was checked already: a script may not name it.</summary>
    internal const string BudgetPrelude = "global using Scanner.Model.Budgets;";

    // overflow throws, and so ends as unknown; it must not wrap a count into another verdict
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, deterministic: true);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_references = new(() =>
    [
        .. new[] { typeof(object).Assembly, System.Reflection.Assembly.Load("System.Runtime"), typeof(Rule).Assembly }
            .Select(a => MetadataReference.CreateFromFile(a.Location)),
    ]);

    /// <param name="scripts">What to compile.</param>
    /// <param name="isBudgeted">Whether what comes of it counts its steps, so that it can be ended: without, only for whoever measures what that costs.</param>
    public static CompiledRules Compile(IReadOnlyList<RuleScript> scripts, bool isBudgeted = true)
    {
        var errors = new List<RuleDiagnostic>();
        var trees = scripts.Select(s => ScriptTree.Of(s, errors)).OfType<ScriptTree>().ToList();
        if (trees.Count == 0) return new(null, Sorted(errors));
        var all = Create(trees);
        var bound = trees.ConvertAll(t => new BoundScript(t, all.GetSemanticModel(t.Wrapped)));
        // what the compiler itself says costs as much as to compile: it is asked only where something is wrong
        if (bound.TrueForAll(b => !b.Refusals.Any()) && Emit(bound, isBudgeted).Image is { } image) return new(image, Sorted(errors));
        var broken = CompilerErrorsOf(all, trees);
        foreach (var script in bound)
            errors.AddRange(broken[script.Tree.Wrapped].Any() ? broken[script.Tree.Wrapped].Select(d => CompilerErrors.Of(d, script.Tree.Script)) : script.Refusals);
        var bad = errors.Select(e => e.File).ToHashSet(StringComparer.Ordinal);
        var good = bound.FindAll(b => !bad.Contains(b.Tree.Script.Path));
        return new(good.Count == 0 ? null : Emitted(good, isBudgeted), Sorted(errors));
    }

    private static IReadOnlyList<RuleDiagnostic> Sorted(List<RuleDiagnostic> errors) =>
        [.. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column).Distinct()];

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

    private static byte[] Emitted(IReadOnlyList<BoundScript> scripts, bool isBudgeted) => Emit(scripts, isBudgeted) is { Image: { } image } ? image
        : throw new InvalidOperationException($"rules cannot be compiled: {string.Join(' ', Emit(scripts, isBudgeted).Errors)}");

    private static (byte[]? Image, IEnumerable<Diagnostic> Errors) Emit(IReadOnlyList<BoundScript> scripts, bool isBudgeted)
    {
        IEnumerable<SyntaxTree> trees = [ScriptTree.Parse(Prelude), .. isBudgeted ? [ScriptTree.Parse(BudgetPrelude)] : Array.Empty<SyntaxTree>(),
            .. scripts.Select(s => isBudgeted ? ScriptTree.Budgeted(s.Tree.Wrapped, s.Model) : s.Tree.Wrapped), ScriptTree.Parse(RuleIndex.SourceOf(scripts.Select(s => s.Tree)))];
        return Emit(Create(RuleAssembly.Name, trees));
    }

    /// <summary>The assembly; or what the compiler has against it.</summary>
    internal static (byte[]? Image, IEnumerable<Diagnostic> Errors) Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? (image.ToArray(), []) : (null, result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
