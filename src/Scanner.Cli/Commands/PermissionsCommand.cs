using System.CommandLine;
using System.Text.RegularExpressions;
using Scanner.Collect.Kubernetes;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner permissions</c>: the least that a scan needs, in the form that the platform takes.</summary>
internal static partial class PermissionsCommand
{
    private static readonly Option<string> s_namespace = new("--namespace", "-n")
    {
        Description = "Namespace of the service account.", HelpName = "NAME", DefaultValueFactory = _ => "default", Validators = { IsName },
    };

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name { get; }

    public static Command Create() => new("permissions", "Print the least that a scan must be allowed.") { Kubernetes() };

    private static Command Kubernetes()
    {
        var command = new Verb("kubernetes", "Print a service account, a role that only lists and gets, and their binding, for kubectl apply.", """
            scanner permissions kubernetes --namespace scanner | kubectl apply -f -
            """) { s_namespace };
        command.SetAction(parsed => Console.Out.Write(KubernetesPermissions.Yaml(parsed.GetRequiredValue(s_namespace))));
        return command;
    }

    private static void IsName(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !Name.IsMatch(text)) result.AddError($"--namespace {text}: expected the name of a namespace, such as scanner");
    }
}
