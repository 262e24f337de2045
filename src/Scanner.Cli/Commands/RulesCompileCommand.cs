using System.CommandLine;
using Scanner.Check;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules compile</c>: whether a folder of rules can be used, without running any.</summary>
internal static class RulesCompileCommand
{
    private static readonly Argument<string> s_directory = new("DIR") { Description = "The rules' folder." };

    private static readonly Option<bool> s_msbuild = new("--msbuild") { Description = "Write errors in the form that build tools and editors read." };

    public static Command Create()
    {
        var command = new Verb("compile", "Compile a folder of rules, and tell what is wrong with them.", """
            scanner rules compile our-rules
            """) { s_directory, s_msbuild };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var folder = command.GetRequiredValue(s_directory);
        var (scripts, misplaced) = RuleFolder.Read(folder);
        var (image, wrong) = RuleCompiler.Compile(scripts);
        List<RuleDiagnostic> errors = [.. misplaced, .. wrong, .. image is null ? [] : RuleAssembly.Load(image, "compiled rules").Errors];
        foreach (var error in errors)
            if (command.GetValue(s_msbuild)) Console.Out.WriteLine($"{Path.GetFullPath(error.File)}({error.Line},{error.Column}): error {error.Id}: {error.Text}");
            else Console.Error.WriteLine(error);
        if (errors.Count > 0) throw new UserErrorException($"{errors.Select(e => e.File).Distinct(StringComparer.Ordinal).Count()} rule file(s) cannot be used");
        Console.Out.WriteLine($"{scripts.Count} rules compile");
        return ExitCode.Compliant;
    }
}
