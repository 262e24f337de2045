using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scanner.Check;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>A process beside which the compiler does not even lie loads shipped rules, and the user's own from the cache.</summary>
public sealed class NoCompilerTests : IDisposable
{
    private const string Sound = "Require(tg.IsStickinessEnabled, $\"off on {tg}\")";

    private const string Program = """
        var set = new Scanner.Check.RuleLibrary(args[0], new Scanner.Check.RuleCache(args[1])).Load(args[2..]);
        foreach (var rule in set.Rules) System.Console.WriteLine(rule.Id + " " + rule.Rule.Title);
        foreach (var loaded in System.AppDomain.CurrentDomain.GetAssemblies()) if (loaded.GetName().Name.StartsWith("Microsoft.CodeAnalysis")) System.Console.WriteLine("loaded " + loaded);
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("nocompiler").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Compiled_rules_are_loaded_without_the_compiler()
    {
        var shipped = At("rules.dll");
        await File.WriteAllBytesAsync(shipped, RuleCompiler.Compile([Scripts.Checking(Sound)]).Image!, TestContext.Current.CancellationToken);
        var mine = Directory.CreateDirectory(At("mine/workbench"));
        await File.WriteAllTextAsync(Path.Combine(mine.FullName, "ACME-002-x.csx"), Scripts.Checking(Sound).Text, TestContext.Current.CancellationToken);
        new RuleLibrary(shipped, new RuleCache(At("cache"))).Load([At("mine")]);
        Build();
        Assert.Equal($"ACME-001 t{System.Environment.NewLine}ACME-002 t{System.Environment.NewLine}", await Run("probe.dll", shipped, At("cache"), At("mine")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Build()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create("probe", [CSharpSyntaxTree.ParseText(Program, cancellationToken: TestContext.Current.CancellationToken)],
            platform.Select(p => MetadataReference.CreateFromFile(p)), new(OutputKind.ConsoleApplication));
        Assert.True(compilation.Emit(At("probe.dll"), cancellationToken: TestContext.Current.CancellationToken).Success);
        foreach (var room in new[] { typeof(RuleLibrary), typeof(Rule) }) File.Copy(room.Assembly.Location, At(Path.GetFileName(room.Assembly.Location)));
        File.Copy(Path.ChangeExtension(typeof(NoCompilerTests).Assembly.Location, ".runtimeconfig.json"), At("probe.runtimeconfig.json"));
    }

    private async Task<string> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        return output;
    }
}
