using Scanner.Check;

namespace Scanner.RulePack;

/// <summary>A folder of rules, made into the assembly that ships; errors read as MSBuild reads those of a compiler.</summary>
internal static class Packing
{
    private const string ShownAs = "rules";

    public static int Usage(TextWriter errors)
    {
        errors.WriteLine("usage: Scanner.RulePack compile <rules folder> -o <rules.dll>");
        return 2;
    }

    /// <returns>0, or 1 where a rule is wrong; then nothing is written.</returns>
    public static int Compile(string folder, string assembly, TextWriter output)
    {
        var (scripts, misplaced) = RuleFolder.Read(folder, ShownAs);
        var (image, errors) = RuleCompiler.Compile(scripts);
        var broken = image is null ? [] : RuleAssembly.Load(image, assembly).Errors;
        List<RuleDiagnostic> all = [.. misplaced, .. errors, .. broken];
        foreach (var error in all) output.WriteLine($"{Real(error.File, folder)}({error.Line},{error.Column}): error {error.Id}: {error.Text}");
        if (all.Count > 0 || image is null) return 1;
        Write(image, assembly);
        return 0;
    }

    /// <summary>The place on this machine, which editors open; only messages name it, never the assembly.</summary>
    private static string Real(string shown, string folder) =>
        shown == ShownAs || shown.StartsWith(ShownAs + "/", StringComparison.Ordinal) ? Path.GetFullPath(folder + shown[ShownAs.Length..]) : shown;

    private static void Write(byte[] image, string assembly)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(assembly))!);
        var temporary = assembly + "." + Environment.ProcessId;
        File.WriteAllBytes(temporary, image);
        File.Move(temporary, assembly, overwrite: true);
    }
}
