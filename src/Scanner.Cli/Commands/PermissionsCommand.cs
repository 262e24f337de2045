using System.CommandLine;
using System.Text.RegularExpressions;
using Scanner.Cli.Configuration;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner permissions</c>: the least that a scan needs, in the form that the platform takes.</summary>
internal static partial class PermissionsCommand
{
    private static readonly Option<string> s_namespace = new("--namespace", "-n")
    {
        Description = "Namespace of the service account.", HelpName = "NAME", DefaultValueFactory = _ => "default", Validators = { IsName },
    };

    private static readonly Option<string> s_format = new("--format") { Description = "json for a policy, cloudformation for a template of a role that has it.", HelpName = "FORMAT", DefaultValueFactory = _ => "json" };

    private static readonly Option<bool> s_all = new("--all") { Description = "All that scanner snapshot asks for, whichever rules there are." };

    private static readonly Option[] s_choice = [s_all, CommonOptions.Only, CommonOptions.Skip, CommonOptions.Rules, CommonOptions.Config, CommonOptions.NoCache];

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name { get; }

    public static Command Create() => new("permissions", "Print the least that a scan must be allowed.") { Aws(), Kubernetes() };

    private static Command Aws()
    {
        s_format.AcceptOnlyFromAmong("json", "cloudformation");
        var command = new Verb("aws", "Print an IAM policy that only reads what the rules need, or a CloudFormation template of a role that has it.", """
            scanner permissions aws > policy.json
            scanner permissions aws --only PCL-015
            scanner permissions aws --all --format cloudformation > scanner-role.yaml
            """) { s_format };
        return Choosing(command, parsed => parsed.GetValue(s_format) == "json" ? AwsPermissions.Json : AwsPermissions.CloudFormation);
    }

    private static Command Kubernetes()
    {
        var command = new Verb("kubernetes", "Print a service account, a role that only lists and gets, and their binding, for kubectl apply.", """
            scanner permissions kubernetes --namespace scanner | kubectl apply -f -
            scanner permissions kubernetes --only EKS-020
            """) { s_namespace };
        return Choosing(command, parsed => wanted => KubernetesPermissions.Yaml(parsed.GetRequiredValue(s_namespace), wanted));
    }

    private static Verb Choosing(Verb command, Func<ParseResult, Func<IReadOnlySet<string>?, string>> print)
    {
        foreach (var option in s_choice) command.Options.Add(option);
        command.Validators.Add(NotBoth);
        command.SetAction(parsed => Console.Out.Write(print(parsed)(Wanted(parsed))));
        return command;
    }

    /// <summary>What a check in this directory would ask for.</summary>
    private static IReadOnlySet<string>? Wanted(ParseResult command)
    {
        if (command.GetValue(s_all)) return null;
        var wanted = RuleSource.Needs(RuleSource.Load(command, ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory())));
        if (wanted is null) Console.Error.WriteLine("note: what a rule of your own needs is not known, so that this is all that a scan may ask (--all)");
        return wanted;
    }

    private static void NotBoth(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetValue(s_all) && (result.GetValue(CommonOptions.Only) is { Length: > 0 } || result.GetValue(CommonOptions.Skip) is { Length: > 0 })) result.AddError("give --all, or --only and --skip, not both");
    }

    private static void IsName(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !Name.IsMatch(text)) result.AddError($"--namespace {text}: expected the name of a namespace, such as scanner");
    }
}
