using System.CommandLine;
using System.Text.RegularExpressions;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Cli.Histories;
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
            scanner permissions aws --history s3://ops/scanner/prod
            """) { s_format, HistoryChoice.Named };
        return Choosing(command, parsed => wanted => parsed.GetValue(s_format) == "json" ? AwsPermissions.Json(wanted, Kept(parsed)) : AwsPermissions.CloudFormation(wanted, Kept(parsed)));
    }

    /// <summary>The history that is named, where it is in S3.</summary>
    private static KeptObjects? Kept(ParseResult command) =>
        HistoryChoice.Of(command, ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory())) is { } history && ArtifactAddress.IsRemote(history.Place) && ArtifactAddress.Parse(history.Place) is var at ? new(at.Bucket, at.Key) : null;

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
        RuleChoice.AddTo(command);
        command.SetAction(parsed => Console.Out.Write(print(parsed)(RuleChoice.Wanted(parsed))));
        return command;
    }

    private static void IsName(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !Name.IsMatch(text)) result.AddError($"--namespace {text}: expected the name of a namespace, such as scanner");
    }
}
