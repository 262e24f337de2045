using System.CommandLine;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Lambda;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner lambda</c>: the loop that makes a container image an AWS Lambda function.</summary>
internal static class LambdaCommand
{
    private const string Address = "AWS_LAMBDA_RUNTIME_API";

    public static Command Create()
    {
        var command = new Verb("lambda", "Run as an AWS Lambda function: answer one invocation after the other. Settings come from SCANNER_CONFIG, SCANNER_HISTORY, SCANNER_REPORTS and SCANNER_FORMATS.", """
            scanner lambda                                        # the command of the function's image; AWS Lambda sets AWS_LAMBDA_RUNTIME_API
            aws lambda invoke --function-name scanner --payload '{"targets": ["prod"]}' answer.json
            """);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var address = System.Environment.GetEnvironmentVariable(Address) is { Length: > 0 } set ? set
            : throw new UserErrorException($"{Address} is not set: AWS Lambda runs this, in an image whose command is scanner lambda; elsewhere use scanner check");
        if (!Uri.TryCreate($"http://{address}/", UriKind.Absolute, out _)) throw new UserErrorException($"{Address} is {OneLine.Of(address)}: expected HOST:PORT");
        using var api = new RuntimeApi(address);
        try
        {
            var handler = new ScanHandler(await Settings(api, cancellationToken), Verbs.Root(), ArtifactStores.Of(command), TimeProvider.System);
            await new LambdaLoop(api, handler.Handle, TimeProvider.System).Run(cancellationToken);
            return ExitCode.Compliant;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // how Lambda asks a function to end that it needs no more
            return ExitCode.Compliant;
        }
        catch (HttpRequestException e)
        {
            throw new UserErrorException($"the runtime API at {OneLine.Of(address)} does not answer as Lambda's does: {e.Message}", e);
        }
    }

    private static async Task<FunctionSettings> Settings(RuntimeApi api, CancellationToken cancellationToken)
    {
        try
        {
            return FunctionSettings.From(System.Environment.GetEnvironmentVariable);
        }
        catch (InvocationException e)
        {
            await api.FailToBegin(e, cancellationToken);
            throw new UserErrorException(e.Message, e);
        }
    }
}
