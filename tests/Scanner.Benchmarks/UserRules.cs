using System.Globalization;
using Scanner.Check;

namespace Scanner.Benchmarks;

/// <summary>A hundred rules of a user's own, and what a process of its own does with them.</summary>
internal static class UserRules
{
    public const int Count = 100;

    /// <summary>Copies of shipped rules under ids of their own.</summary>
    public static string Write(string folder, string shipped)
    {
        var rules = Path.Combine(folder, "user-rules");
        var scripts = RuleFolder.Read(shipped).Scripts.Take(Count).Index();
        foreach (var (at, script) in scripts)
        {
            Directory.CreateDirectory(Path.Combine(rules, script.Architecture));
            File.WriteAllText(Path.Combine(rules, script.Architecture, string.Create(CultureInfo.InvariantCulture, $"OWN-{at + 1:D3}-{script.Name}.csx")), script.Text);
        }
        return rules;
    }

    /// <summary>Changes one of them: each time into what it never was before.</summary>
    public static void Change(string rules)
    {
        var script = Directory.EnumerateFiles(rules, "*.csx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.AppendAllText(script, "\n// changed once more");
    }

    /// <summary>As the product does it.</summary>
    public static int Compile(string rules) => RuleCompiler.Compile(RuleFolder.Read(rules).Scripts).Image is null ? 2 : 0;

    /// <summary>The same files in one plain compilation, with nothing looked at or rewritten.</summary>
    public static int CompilePlainly(string rules)
    {
        var errors = new List<RuleDiagnostic>();
        var trees = RuleFolder.Read(rules).Scripts.Select(s => ScriptTree.Of(s, errors)!.Wrapped).ToList();
        using var image = new MemoryStream();
        return RuleCompiler.Create("plain", [ScriptTree.Parse(RuleCompiler.Prelude), .. trees]).Emit(image).Success ? 0 : 2;
    }
}
