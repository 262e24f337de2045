using Scanner.Model;

namespace Scanner.Cli.Lambda;

/// <summary>Fetches invocations one after the other, and sends what came of each, until the process is asked to end.</summary>
internal sealed class LambdaLoop(RuntimeApi api, Func<Invocation, CancellationToken, Task<byte[]>> handle, TimeProvider time)
{
    /// <summary>Kept back of each invocation, so that an error can still be sent before Lambda ends the process.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(1);

    /// <exception cref="OperationCanceledException">The process is asked to end.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var invocation = await api.Next(cancellationToken);
            System.Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.Trace);
            await Answer(invocation, cancellationToken);
        }
    }

    private async Task Answer(Invocation invocation, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest(invocation.Deadline - time.GetUtcNow() - s_margin), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var answer = await handle(invocation, either.Token);
            if (answer.Length > RuntimeApi.LargestAnswer) throw new InvocationException("Scanner.AnswerTooLarge", $"the answer has {answer.Length} bytes, and Lambda takes {RuntimeApi.LargestAnswer}");
            await api.Respond(invocation, answer, cancellationToken);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await Fail(invocation, new("Scanner.Late", "the function's time is over; give it more, or scan fewer targets at a time", e), cancellationToken);
        }
        catch (InvocationException e)
        {
            await Fail(invocation, e, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not HttpRequestException)
        {
            await Fail(invocation, new("Scanner.InternalError", OneLine.Of($"{e.GetType().Name}: {e.Message}"), e), cancellationToken);
        }
    }

    private async Task Fail(Invocation invocation, InvocationException error, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"scanner: {invocation.RequestId}: {error.Type}: {OneLine.Of(error.Message)}");
        await api.Fail(invocation, error, cancellationToken);
    }

    private static TimeSpan Longest(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);
}
