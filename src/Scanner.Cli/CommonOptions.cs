using System.CommandLine;

namespace Scanner.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Show details, and the stack trace of a fault.", Recursive = true };

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Do not show how far the scan is." };

    public static readonly Option<FileInfo?> Config = new("--config") { Description = "scanner.yaml to use; default: the nearest one upwards.", HelpName = "FILE" };

    public static readonly Option<DirectoryInfo?> PolicyFrom = new("--policy-from") { Description = "Checkout of a pull request's base, whose scanner.yaml, waivers, rules and baseline count, and not the pull request's; what differs is listed.", HelpName = "DIR" };

    public static readonly Option<string[]> TargetName = new("--target") { Description = "Scan only this target of scanner.yaml. Repeatable.", HelpName = "NAME" };

    /// <summary>For whoever describes targets by machine, as Lambda events do.</summary>
    public static readonly Option<FileInfo?> TargetsFrom = new("--targets-from") { Description = "scanner.yaml whose targets take the place of the others.", HelpName = "FILE", Hidden = true };

    public static readonly Option<string[]> AwsRegion = new("--aws-region") { Description = "Scan this region with the credentials at hand; all for every enabled one. Repeatable. Where none is given or configured, regions with signs of a deployment are found.", HelpName = "REGION" };

    public static readonly Option<string[]> AwsProfile = new("--aws-profile") { Description = "Credentials profile to scan with. Repeatable: each is a target of its own.", HelpName = "NAME" };

    public static readonly Option<string[]> AssumeRole = new("--assume-role") { Description = "Role to assume for the scan. Repeatable: each is assumed with the credentials of the one before.", HelpName = "ARN" };

    public static readonly Option<string?> ExternalId = new("--external-id") { Description = "External id that the trust policy of the (last) role asks for.", HelpName = "ID" };

    public static readonly Option<string?> RoleSessionName = new("--role-session-name") { Description = "Session name under which the (last) role is assumed; default: scanner.", HelpName = "NAME" };

    public static readonly Option<string[]> KubeContext = new("--kube-context") { Description = "Scan the cluster of this kubeconfig context. Repeatable.", HelpName = "NAME" };

    public static readonly Option<FileInfo?> Kubeconfig = new("--kubeconfig") { Description = "Kubeconfig to use; default: those of KUBECONFIG, or ~/.kube/config.", HelpName = "FILE" };

    public static readonly Option<bool> InCluster = new("--in-cluster") { Description = "Scan the cluster that this process runs in, as its pod's service account." };

    public static readonly Option<string[]> Eks = new("--eks") { Description = "Scan the EKS cluster of this name with the AWS credentials at hand; needs no kubeconfig. Repeatable.", HelpName = "NAME" };

    public static readonly Option<string?> Cluster = new("--cluster") { Description = "The cluster that the given files are about: the name of a ParallelCluster, or an EKS cluster's ARN.", HelpName = "NAME" };

    public static readonly Option<string?> Namespace = new("--namespace") { Description = "The namespace of objects in the given files that name none.", HelpName = "NAME" };

    public static readonly Option<string?> Release = new("--release") { Description = "What the Helm release that the given values are for is called; default: rstudio-workbench.", HelpName = "NAME" };

    public static readonly Option<FileInfo?> Locations = new("--locations") { Description = "Snapshot that says in which lines of which files resources are declared, for a scan without the files.", HelpName = "SNAPSHOT" };

    public static readonly Option<string[]> With = new("--with") { Description = "File with a change that is not deployed yet: look at it as if it were. Repeatable.", HelpName = "FILE" };

    public static readonly Option<bool> UnknownKeys = new("--unknown-keys") { Description = "List the keys in declared files that nothing is made of." };

    public static readonly Option<bool> KeepAll = new("--keep-all") { Description = "Keep everything that is seen, even what can matter to no cluster found." };

    /// <summary>What says what declared files are about, and where they are.</summary>
    public static IReadOnlyList<Option> OfFiles => [Cluster, Namespace, Release, Locations, UnknownKeys];

    /// <summary>What names a live target.</summary>
    public static IReadOnlyList<Option> Target { get; } = [TargetName, TargetsFrom, AwsRegion, AwsProfile, AssumeRole, ExternalId, RoleSessionName, Eks, KubeContext, Kubeconfig, InCluster];

    public static readonly Option<int> Deadline = new("--deadline") { Description = "Seconds after which what is missing counts as not seen.", HelpName = "SECONDS", DefaultValueFactory = _ => 300, Validators = { Bounded } };

    private static void Bounded(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var seconds) && seconds is > 0 and <= 86400))
            result.AddError($"--deadline {text}: expected 1 to 86400 seconds");
    }

    public static readonly Option<string[]> Parameter = new("--param", "-p") { Description = "What only you know, e.g. workbenchPorts=3939. Repeatable.", HelpName = "NAME=VALUE" };

    public static readonly Option<string[]> Architecture = new("--architecture") { Description = "The architecture to check against, instead of the detected one.", HelpName = "KEY" };

    public static readonly Option<DirectoryInfo[]> Rules = new("--rules") { Description = "Folder with rules that add to or override the shipped ones. Repeatable.", HelpName = "DIR" };

    public static readonly Option<bool> NoCache = new("--no-cache") { Description = "Compile user rules afresh." };

    public static readonly Option<bool> Isolate = new("--isolate") { Description = "Compile and run user rules in a process of their own, with hard limits and without environment and network: for rules that you do not trust." };

    public static readonly Option<string[]> Only = new("--only") { Description = "Run only these rules (ID or tag:NAME). Repeatable.", HelpName = "RULE" };

    public static readonly Option<string[]> Skip = new("--skip") { Description = "Leave these rules out (ID or tag:NAME). Repeatable.", HelpName = "RULE" };
}
