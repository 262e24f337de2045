using System.CommandLine;
using System.CommandLine.Parsing;
using Scanner.Cli.Configuration;

namespace Scanner.Cli;

/// <summary>The rules that a verb is about which itself runs none, and so what a scan for them asks.</summary>
internal static class RuleChoice
{
    private static readonly Option<bool> s_all = new("--all") { Description = "All that scanner snapshot asks for, whichever rules there are." };

    public static void AddTo(Command command)
    {
        Option[] options = [s_all, CommonOptions.Only, CommonOptions.Skip, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate];
        foreach (var option in options) command.Options.Add(option);
        if (!command.Options.Contains(CommonOptions.Config)) command.Options.Add(CommonOptions.Config);
        command.Validators.Add(NotBoth);
    }

    /// <summary>What a check in this directory would ask for; null for everything.</summary>
    /// <exception cref="UserErrorException">A rule does not compile, or a flag names none.</exception>
    public static IReadOnlySet<string>? Wanted(ParseResult command)
    {
        if (command.GetValue(s_all)) return null;
        var wanted = RuleSource.Needs(RuleSource.Load(command, ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory())));
        if (wanted is null) Console.Error.WriteLine("note: what a rule of your own needs is not known, so that this is all that a scan may ask (--all)");
        return wanted;
    }

    private static void NotBoth(CommandResult result)
    {
        if (result.GetValue(s_all) && (result.GetValue(CommonOptions.Only) is { Length: > 0 } || result.GetValue(CommonOptions.Skip) is { Length: > 0 })) result.AddError("give --all, or --only and --skip, not both");
    }
}
