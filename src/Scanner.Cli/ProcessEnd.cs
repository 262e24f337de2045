using System.CommandLine;
using System.CommandLine.Parsing;
using Scanner.Check.Testing;
using Scanner.Collect.Aws;
using Scanner.Collect.Declared;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Report.Baselines;

namespace Scanner.Cli;

/// <summary>The one place where the process ends: bad input is a line and exit 2, nothing to look at one and exit 4, the user's interrupt 130, a fault of ours 70.</summary>
internal static class ProcessEnd
{
    public static async Task<int> Of(ParseResult command, CancellationToken cancellationToken)
    {
        if (command.Errors.Count > 0) return Usage(command);
        try
        {
            return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (Exception e) when (e is UserErrorException or SnapshotFormatException or MutationException or KubeconfigException or RegionException or AwsConfigurationException or DeclaredException or BaselineFormatException)
        {
            return await Complain(e, ExitCode.BadInput, command);
        }
        catch (NothingToCheckException e)
        {
            return await Complain(e, ExitCode.NothingToCheck, command);
        }
        catch (OperationCanceledException e)
        {
            return await Complain(new OperationCanceledException("cancelled", e), ExitCode.Cancelled, command);
        }
        catch (Exception e)
        {
            return await Complain(new InvalidOperationException($"internal error: {e.GetType().Name}: {e.Message} (run again with --verbose, and report it)", e), ExitCode.InternalError, command);
        }
    }

    private static async Task<int> Complain(Exception e, int exitCode, ParseResult command)
    {
        await Console.Error.WriteLineAsync($"scanner: {OneLine.Of(e.Message)}");
        if (command.GetValue(CommonOptions.Verbose)) await Console.Error.WriteLineAsync(e.ToString());
        return exitCode;
    }

    private static int Usage(ParseResult command)
    {
        foreach (var error in command.Errors) Console.Error.WriteLine($"scanner: {OneLine.Of(error.Message)}");
        var path = string.Join(' ', Path(command.CommandResult));
        Console.Error.WriteLine($"See: {path} --help");
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : ["scanner"];
}
