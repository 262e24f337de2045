using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Queries;

/// <summary>What a command that judges nothing looks at: named sources, or what is collected now, with a change laid over it.</summary>
internal static class SeenSource
{
    /// <exception cref="UserErrorException">There is nothing to look at.</exception>
    public static async Task<Snapshot> Of(ParseResult command, Settings settings, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var (inputs, deadline) = (await Inputs.Read(command, sources, cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var files = FileReading.Of(command, settings);
        var snapshot = await ScanPipeline.Of(command).See(settings, inputs, files, deadline, wanted: null, cancellationToken);
        return command.GetValue(CommonOptions.With) is { Length: > 0 } with
            ? await files.Preview(snapshot, files.Target(settings, [.. with.Select(Inputs.Source)]), cancellationToken)
            : snapshot;
    }
}
