using System.CommandLine;
using Scanner.Check.Detection;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Cli.Queries;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Graph;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner graph</c>: a picture of the deployment.</summary>
internal static class GraphCommand
{
    private static readonly Argument<string[]> s_sources = new("SOURCE") { Description = "Snapshots or declared files to draw; default: collect now.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> s_format = new("--format") { Description = $"What to draw: {string.Join(", ", PictureFormat.All.Select(f => f.Name))}.", HelpName = "FORMAT", DefaultValueFactory = _ => PictureFormat.All[0].Name };

    private static readonly Option<string?> s_output = new("--output", "-o") { Description = "Where to write it; default: standard output.", HelpName = "PATH" };

    private static readonly Option<string?> s_environment = new("--environment") { Description = "Which deployment to draw, where there are several.", HelpName = "NAME" };

    public static Command Create()
    {
        s_format.AcceptOnlyFromAmong([.. PictureFormat.All.Select(f => f.Name)]);
        var command = new Verb("graph", "Draw the deployment: load balancers, servers, databases and storage in their network, what can reach what, and what fails.", """
            scanner graph snapshot.jsonl --format svg -o deployment.svg
            scanner graph snapshot.jsonl --format mermaid
            scanner graph --aws-region us-east-1 --format dot
            """)
        {
            s_sources, s_format, s_output, s_environment, CommonOptions.With, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config,
            CommonOptions.Parameter, CommonOptions.Architecture, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate, CommonOptions.Only, CommonOptions.Skip,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var rules = RuleSource.Load(command, settings.Yaml);
        var snapshot = await SeenSource.Of(command, settings.For(rules), command.GetValue(s_sources) ?? [], cancellationToken);
        var report = ScanPipeline.Check(snapshot, settings, rules, cancellationToken);
        var chosen = Chosen(report.Environments, command.GetValue(s_environment));
        var environment = EnvironmentFinder.Find(new ResourceGraph(snapshot), settings.ParametersFor(snapshot)).First(e => e.Id == chosen.Id);
        Write(PictureFormat.All.First(f => f.Name == command.GetValue(s_format)), PictureFormat.PictureOf(environment, chosen), command.GetValue(s_output));
        return ExitCode.Compliant;
    }

    /// <exception cref="UserErrorException">There is none, or several and none is named.</exception>
    private static EnvironmentReport Chosen(IReadOnlyList<EnvironmentReport> all, string? name)
    {
        var labels = string.Join(", ", all.Select(e => e.Label));
        var named = all.Where(e => name is null || e.Label == name || e.Key == name || e.Id == name).ToList();
        return named.Count switch
        {
            1 => named[0],
            0 when all.Count == 0 => throw new UserErrorException("there is no deployment to draw: neither a cluster nor hosts with Workbench were seen"),
            0 => throw new UserErrorException($"there is no deployment '{name}'; there are {labels}"),
            _ => throw new UserErrorException($"which of {labels} is to be drawn? Name it with --environment"),
        };
    }

    private static void Write(PictureFormat format, Picture picture, string? path)
    {
        if (path is not null)
        {
            AtomicFile.Write(path, stream => format.Write(picture, stream));
            return;
        }
        using var standard = new StandardOutput();
        format.Write(picture, standard);
    }
}
