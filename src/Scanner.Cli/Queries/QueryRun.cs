using Scanner.Check.Detection;
using Scanner.Check.Queries;
using Scanner.Cli.Configuration;
using Scanner.Model;
using Scanner.Model.Queries;
using Scanner.Model.Snapshots;
using Scanner.Report.Tables;

namespace Scanner.Cli.Queries;

/// <summary>Asks a query of a snapshot: of each deployment in it, where it is about one, else of everything.</summary>
internal sealed class QueryRun(CompiledQuery query, Snapshot snapshot, Settings settings)
{
    /// <exception cref="UserErrorException">It failed, or takes too long.</exception>
    public Task<Table> Ask(TimeSpan limit, CancellationToken cancellationToken) => Within(limit, () => Ask(cancellationToken), cancellationToken);

    /// <summary>What a query's text or its answer takes, up to a limit: to understand some texts takes the compiler minutes.</summary>
    /// <exception cref="UserErrorException">It takes longer.</exception>
    public static async Task<T> Within<T>(TimeSpan limit, Func<T> act, CancellationToken cancellationToken)
    {
        var done = Task.Run(act, CancellationToken.None);
        // what does not end by itself ends with the process
        if (await Task.WhenAny(done, Task.Delay(limit, cancellationToken)) == done) return await done;
        cancellationToken.ThrowIfCancellationRequested();
        throw new UserErrorException($"the query did not end within {limit.TotalSeconds} s: ask for less, or give it more with --timeout");
    }

    private Table Ask(CancellationToken cancellationToken)
    {
        // nobody has shown that a query can do without what a snapshot leaves out as unrelated
        var graph = new ResourceGraph(snapshot).MissingWhatWasLeftOut();
        var resources = new Resources(graph);
        if (!query.AsksEnvironment) return Of(null, resources, cancellationToken);
        var parameters = settings.ParametersFor(snapshot);
        var environments = EnvironmentFinder.Find(graph, parameters);
        return environments.Count switch
        {
            0 => throw new UserErrorException("no deployment was found that env could be; ask resources, which has everything seen"),
            1 => Of(environments[0], resources, cancellationToken),
            _ => Table.Of("Environment", [.. environments.Select(e => (e.Label, Of(e, resources, cancellationToken)))]),
        };
    }

    private Table Of(Model.Environment? environment, Resources resources, CancellationToken cancellationToken)
    {
        var answer = query.Ask(environment, resources, cancellationToken);
        return answer.Failure is { } failure ? throw new UserErrorException($"the query failed: {failure}") : TableFormat.Lay(answer.Value, answer.Gap, query.Answer, query.Columns);
    }
}
