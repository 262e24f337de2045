using System.CommandLine;
using System.Net;
using Scanner.Cli.Configuration;

namespace Scanner.Cli.Notices;

/// <summary>Whom to tell what changed, from flags over scanner.yaml: an address, or <c>env:NAME</c> for one that no file and no command line should hold.</summary>
/// <param name="Address">As it was written.</param>
/// <param name="AllowsPlainHttp">Whether it may go unencrypted to another machine.</param>
internal sealed record NoticeChoice(string Address, bool AllowsPlainHttp)
{
    private const string FromEnvironment = "env:";

    private static readonly Option<string?> s_notify = new("--notify") { Description = "Webhook to tell (Slack, and what takes its messages) where something new fails, is fixed, or is no longer seen since the last check of the --history, else since the --baseline: its URL, or env:NAME for the variable that has it.", HelpName = "URL" };

    private static readonly Option<bool> s_plain = new("--allow-plain-http") { Description = "Let --notify go to another machine over http." };

    public static IReadOnlyList<Option> Options { get; } = [s_notify, s_plain];

    /// <summary>Whether the command line names it.</summary>
    public static bool IsNamed(ParseResult command) => command.GetValue(s_notify) is not null;

    /// <summary>What was asked for; null for nobody.</summary>
    public static NoticeChoice? Of(ParseResult command, ScannerYaml yaml)
    {
        var choice = command.GetValue(s_notify) is { } named ? new NoticeChoice(named, yaml.Notify?.AllowsPlainHttp ?? false) : yaml.Notify;
        return command.GetValue(s_plain) && choice is not null ? choice with { AllowsPlainHttp = true } : choice;
    }

    /// <summary>The address itself, of which no message shows more than the host: its path is the secret.</summary>
    /// <exception cref="UserErrorException">It can be none.</exception>
    public Uri Url()
    {
        var variable = Address.StartsWith(FromEnvironment, StringComparison.Ordinal) ? Address[FromEnvironment.Length..] : null;
        var (text, name) = variable is null ? (Address, "--notify") : (Environment.GetEnvironmentVariable(variable), $"--notify {Address}");
        if (string.IsNullOrWhiteSpace(text)) throw new UserErrorException(variable is null ? "--notify: the address is empty" : $"{name}: the environment variable {variable} is not set");
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0)
            throw new UserErrorException($"{name}: is no address such as https://hooks.slack.com/services/…");
        return url.Scheme is "https" || AllowsPlainHttp || IsLoopback(url) ? url
            : throw new UserErrorException($"{name}: {url.Host} would be told over http, where anybody on the way can read the address and use it; take https, or say --allow-plain-http");
    }

    private static bool IsLoopback(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
