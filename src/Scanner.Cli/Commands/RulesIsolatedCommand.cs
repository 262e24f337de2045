using System.CommandLine;
using System.Reflection;
using Scanner.Check.Isolation;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules isolated</c>: the process that judges for another, not for people.</summary>
internal static class RulesIsolatedCommand
{
    private const string Name = "isolated";

    /// <summary>What starts it: this program, as it was started itself.</summary>
    public static IReadOnlyList<string> Line => Path.GetFileNameWithoutExtension(System.Environment.ProcessPath) == "dotnet"
        ? [System.Environment.ProcessPath!, "exec", Assembly.GetExecutingAssembly().Location, "rules", Name]
        : [System.Environment.ProcessPath!, "rules", Name];

    public static Command Create()
    {
        var command = new Command(Name, "Judge for another scanner, over standard input and output.") { Hidden = true };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        ProcessLimits.Set();
        try
        {
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await new IsolatedHost(input, output).Run(cancellationToken);
            return ExitCode.Compliant;
        }
        catch (OutOfMemoryException)
        {
            return ExitCodes.OutOfMemory;
        }
    }
}
