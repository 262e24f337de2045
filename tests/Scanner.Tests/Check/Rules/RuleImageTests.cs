using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scanner.Check;

namespace Scanner.Tests.Check.Rules;

/// <summary>Assemblies that no script could become are not loaded, whoever made them.</summary>
public sealed class RuleImageTests : IDisposable
{
    private const string Steps = "Scanner.Model.Budgets.Budget.Enter();";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_assembly_of_rules_has_nothing_against_it() => Assert.Null(RuleImage.Problem(RuleCompiler.Compile([Scripts.Checking("Pass()")]).Image!));

    [Fact]
    public void What_the_build_made_has_nothing_against_it() => Assert.Null(RuleImage.Problem(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "rules.dll"))));

    [Theory]
    [InlineData("public class A { void M() { STEPS System.IO.File.Delete(\"x\"); } }", "refers to System.IO.File")]
    [InlineData("public class A { void M() { STEPS System.Environment.Exit(0); } }", "refers to System.Environment")]
    [InlineData("public class A { void M() { STEPS System.Diagnostics.Process.Start(\"x\"); } }", "refers to System.Diagnostics.Process")]
    [InlineData("public class A { object M() { STEPS return typeof(string).Assembly; } }", "refers to System.")]
    [InlineData("public class A { object M() { STEPS return new object().GetType(); } }", "refers to System.")]
    [InlineData("public class A { object M() { STEPS return 1.ToString(\"D9\"); } }", null)]
    [InlineData("public class A { string M() { STEPS return new string('x', 9); } }", "refers to System.String..ctor")]
    [InlineData("public class A { string M() { STEPS return \"x\".PadLeft(9); } }", "refers to System.String.PadLeft")]
    [InlineData("public class A { string M(string s) { STEPS return $\"{s,9}\"; } }", "refers to System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.AppendFormatted")]
    [InlineData("public class A { string M(System.DateTimeOffset d) { STEPS return System.DateTimeOffset.UtcNow > d ? \"x\" : \"y\"; } }", "refers to System.DateTimeOffset.get_UtcNow")]
    [InlineData("public class A { static int s_count; void M() { STEPS s_count++; } }", "keeps state in A.s_count")]
    [InlineData("public class A { static A() { STEPS } }", "runs by itself")]
    [InlineData("public class A { ~A() { STEPS } }", null)]
    [InlineData("public class A { [System.Runtime.CompilerServices.ModuleInitializer] internal static void M() { STEPS } }", "refers to System.Runtime.CompilerServices.ModuleInitializerAttribute")]
    [InlineData("public class A { [System.Runtime.InteropServices.DllImport(\"c\")] static extern void exit(int code); }", "has a table ModuleRef")]
    [InlineData("public class A { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] extern void M(); }", "without code of its own")]
    [InlineData("public class A { public event System.Action E { add { STEPS } remove { STEPS } } }", "has a table Event")]
    [InlineData("public class A { void M() { while (true) { } } }", "does not count its steps")]
    [InlineData("public class A { unsafe void M() { STEPS byte* p = stackalloc byte[9]; p[0] = 1; } }", null)]
    [InlineData("public class A { unsafe void M(delegate*<void> f) { STEPS f(); } }", null)]
    [InlineData("public class A { int M(string s) { STEPS return System.Runtime.CompilerServices.Unsafe.As<string, int>(ref s); } }", "changes values into others")]
    [InlineData("[assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo(\"Scanner.Model\")] namespace System.Runtime.CompilerServices { public class IgnoresAccessChecksToAttribute(string name) : Attribute { } }", "refers to System.Attribute")]
    [InlineData("public class A { void M() { STEPS Scanner.Model.Findings.ScanReport e = null; e.Findings.ToString(); } }", null)]
    public void Anything_else_is_refused(string source, string? problem)
    {
        var found = RuleImage.Problem(Image(source));
        Assert.NotNull(found);
        if (problem is not null) Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_somebody_wrote_to_runs_nothing()
    {
        var cache = new RuleCache(_folder["cache"]);
        _folder.With("mine/workbench/ACME-001-x.csx", Scripts.Checking("Pass()").Text);
        Assert.Null(cache.Write(RuleFolder.Read(_folder["mine"]).Scripts, Image("public class Index { static Index() { System.IO.File.WriteAllText(\"escaped\", \"\"); } }")));
        var set = new RuleLibrary(Path.Combine(AppContext.BaseDirectory, "rules.dll"), cache).Load([_folder["mine"]]);
        Assert.Contains(set.Errors, e => e.Id == "RULE008" && e.Message.Contains("which is not for rules", StringComparison.Ordinal));
        Assert.False(File.Exists("escaped"));
    }

    [Fact]
    public void Whatever_a_file_holds_it_is_refused_and_nothing_crashes()
    {
        var sound = RuleCompiler.Compile([Scripts.Checking("Pass()")]).Image!;
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var broken = (byte[])sound.Clone();
            for (var n = random.Next(1, 8); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            _ = RuleImage.Problem(broken[..random.Next(broken.Length / 2, broken.Length)]);
            _ = RuleImage.Problem(broken);
        }
    }

    private static byte[] Image(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Diagnostics.Process.dll" or "System.ComponentModel.Primitives.dll");
        var compilation = CSharpCompilation.Create("rules", [CSharpSyntaxTree.ParseText(source.Replace("STEPS", Steps, StringComparison.Ordinal))],
            [.. platform.Append(typeof(Scanner.Model.Rule).Assembly.Location).Select(p => MetadataReference.CreateFromFile(p))],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal)));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
