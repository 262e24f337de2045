using System.CommandLine;
using System.Globalization;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner reach</c>: whether one thing can open a connection to another, and along which path.</summary>
internal static class ReachCommand
{
    private static readonly Argument<string> s_from = new("FROM") { Description = "Who connects: a host, node group, pod, database, file system or load balancer by id, key, name or KIND/NAME, or a block of addresses." };

    private static readonly Argument<string> s_to = new("TO:PORT") { Description = "To what, and at which port; of a database the port may be left out." };

    private static readonly Option<string[]> s_in = new("--in") { Description = "Snapshot or declared file to look in; default: collect now. Repeatable.", HelpName = "FILE" };

    private static readonly Option<string> s_protocol = new("--protocol") { Description = "tcp, udp, or the number of an IP protocol that has no ports.", HelpName = "NAME", DefaultValueFactory = _ => "tcp" };

    public static Command Create()
    {
        var command = new Verb("reach", "Show whether one thing can connect to another: the path, or what blocks it and the smallest change that opens it. Ends with 0 (yes), 1 (no) or 3 (cannot be told).", """
            scanner reach i-0bbb0000000000001 pwb-metadata:5432 --in snapshot.jsonl
            scanner reach NodeGroup/login Database/pwb-metadata --in snapshot.jsonl
            scanner reach 203.0.113.0/24 pwb-workbench:443 --aws-region us-east-1
            """)
        {
            s_from, s_to, s_in, s_protocol, CommonOptions.Deadline, CommonOptions.Quiet, CommonOptions.Config, CommonOptions.Parameter, CommonOptions.Architecture,
        };
        foreach (var option in CommonOptions.Target.Concat(CommonOptions.OfFiles)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var (inputs, deadline) = (await Inputs.Read(command, command.GetValue(s_in) ?? [], cancellationToken), TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)));
        var snapshot = await ScanPipeline.Of(command).See(settings, inputs, FileReading.Of(command, settings), deadline, wanted: null, cancellationToken);
        var seen = new SeenEndpoints(snapshot, settings.Parameters);
        var (name, port) = Split(command.GetRequiredValue(s_to));
        if (port is null && OddPort(name, seen) is { } odd) throw new UserErrorException(odd);
        var (from, to, protocol) = (seen.Find(command.GetRequiredValue(s_from)), seen.Find(name), command.GetRequiredValue(s_protocol));
        var reach = ListenerQuestion.Heard(Ask(seen.NetworkOf(from, to), from, to, protocol, port), to, protocol, port);
        await Console.Out.WriteAsync(ReachText.Of(reach));
        return reach.Answer.IsTrue ? ExitCode.Compliant : reach.Answer.IsFalse ? ExitCode.Findings : ExitCode.Incomplete;
    }

    private static Reachability Ask(Network network, NetworkEndpoint from, NetworkEndpoint to, string protocol, int? port)
    {
        if (Problem(protocol) is { } problem) throw new UserErrorException(problem);
        if (port is { } given) return network.CanReach(from, to, protocol, given);
        if (protocol is not ("tcp" or "udp" or "6" or "17")) return network.CanReach(from, to, protocol, 0);
        return to.Noun is Database database ? network.CanReach(from, to, protocol, database.Port)
            : throw new UserErrorException($"{to.Id}: at which port? Give it behind a colon, e.g. {to.Id}:443");
    }

    private static string? Problem(string protocol) =>
        protocol is "tcp" or "udp" or "icmp" or "icmpv6" || int.TryParse(protocol, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 255
            ? null : $"--protocol {protocol}: expected tcp, udp, icmp, icmpv6 or a number up to 255";

    /// <summary>What follows the name of something that was seen was meant as a port.</summary>
    private static string? OddPort(string text, SeenEndpoints seen) => text.LastIndexOf(':') is > 0 and var colon && !seen.Knows(text) && (seen.Knows(text[..colon]) || Cidr.Parse(text[..colon]) is { IsIpv6: false })
        ? $"{text}: {(colon == text.Length - 1 ? "nothing" : text[(colon + 1)..])} is no port: expected 1 to 65535" : null;

    /// <summary>ARNs and IPv6 addresses have colons of their own; a port is what follows the last one, where that is a number.</summary>
    private static (string Name, int? Port) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || Cidr.Parse(text) is not null) return (text, null);
        var (name, tail) = (text[..colon], text[(colon + 1)..]);
        if (name.StartsWith('[') && name.EndsWith(']')) name = name[1..^1];
        if (!tail.All(char.IsAsciiDigit) || tail.Length == 0) return (text, null);
        return int.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (name, port) : throw new UserErrorException($"{text}: {tail} is no port: expected 1 to 65535");
    }
}
