using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Cli.Queries;
using Scanner.Report.Tables;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner query</c>: a C# expression over what was seen, as a table.</summary>
internal static class QueryCommand
{
    private static readonly Argument<string> s_expression = new("EXPR") { Description = "A C# expression in the language of rules, over env (one deployment) and resources (everything seen); - reads it from standard input." };

    private static readonly Argument<string[]> s_sources = new("SOURCE") { Description = "Snapshots or declared files to look in; default: collect now.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> s_out = new("--out", "-o") { Description = $"Format: {string.Join(", ", TableFormat.All.Select(f => f.Name))}.", HelpName = "FORMAT", DefaultValueFactory = _ => TableFormat.All[0].Name };

    private static readonly Option<int> s_timeout = new("--timeout") { Description = "Seconds that the query may take, without the scan.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };

    private static readonly Option<bool> s_allowIncomplete = new("--allow-incomplete") { Description = "Do not give exit code 3 where something of the answer was not seen." };

    public static Command Create()
    {
        s_out.AcceptOnlyFromAmong([.. TableFormat.All.Select(f => f.Name)]);
        s_timeout.Validators.Add(Bounded);
        var command = new Verb("query", "Ask what was seen: a C# expression, as a table, JSON or CSV. Ends with 0, or 3 where something of the answer was not seen.", Examples)
        {
            s_expression, s_sources, s_out, s_timeout, s_allowIncomplete, CommonOptions.With, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config, CommonOptions.Parameter, CommonOptions.Architecture,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private const string Examples = """
        scanner query 'resources.Of<ComputeInstance>().Select(i => (i.Id, i.Name, i.InstanceType, i.State))' snapshot.jsonl
        scanner query 'resources.Of<SecurityGroup>().SelectMany(g => g.Ingress.Map(all => all.Where(r => r.Peer == "0.0.0.0/0").Select(r => (Group: g.Id, r.Protocol, r.FromPort, r.ToPort))))' snapshot.jsonl
        scanner query 'env.WorkbenchHosts().SelectMany(h => env.Of<Database>().Select(d => (Host: h.Id, Database: d.Name, Reaches: env.Network.CanReach(h, d, "tcp", d.Port))))' snapshot.jsonl
        scanner query 'env.Of<FileSystem>().Where(f => f.Type == FileSystemType.Efs).Count()' snapshot.jsonl --out json
        scanner query 'resources.Of<Subnet>().Select(s => (s.Id, s.Cidr, s.AvailabilityZone, Owner: s.Tags.Map(t => t["owner"])))' --aws-region us-east-1 --out csv
        """;

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        // a mistake must not cost a scan
        var (text, limit) = (await QueryText.Read(command.GetRequiredValue(s_expression), cancellationToken), TimeSpan.FromSeconds(command.GetValue(s_timeout)));
        var query = await QueryRun.Within(limit, () => QueryText.Compile(text), cancellationToken);
        var settings = Settings.From(command) is var given ? given with { Targets = [.. given.Targets.Select(t => t with { KeepAll = true })] } : null!;
        var snapshot = await SeenSource.Of(command, settings, command.GetValue(s_sources) ?? [], cancellationToken);
        var table = await new QueryRun(query, snapshot, settings).Ask(limit, cancellationToken);
        using var standard = new StandardOutput();
        TableFormat.All.First(f => f.Name == command.GetValue(s_out)).Write(table, standard);
        return table.IsComplete || command.GetValue(s_allowIncomplete) ? ExitCode.Compliant : ExitCode.Incomplete;
    }

    private static void Bounded(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var seconds) && seconds is > 0 and <= 3600)) result.AddError($"--timeout {text}: expected 1 to 3600 seconds");
    }
}
