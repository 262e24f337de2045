using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Scanner.Cli.Commands;

/// <summary>The usual help, and after it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb verb) return result;
        Console.Out.WriteLine("Examples:");
        foreach (var example in verb.Examples.Split('\n')) Console.Out.WriteLine($"  {example}");
        return result;
    }
}
