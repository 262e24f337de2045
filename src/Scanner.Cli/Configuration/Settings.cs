using System.CommandLine;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Cli.Configuration;

/// <summary>What was asked for: flags over scanner.yaml.</summary>
internal sealed record Settings(ScannerYaml Yaml, Parameters Parameters, IReadOnlyList<LiveTarget> Targets)
{
    /// <summary>The account of the credentials at hand, in the region that comes with them.</summary>
    public static LiveTarget AtHand { get; } = new("aws") { Aws = new([]) };

    /// <summary>Whether flags name the target, as opposed to scanner.yaml.</summary>
    public bool IsFromFlags { get; init; }

    /// <summary>What these rules need kept: of a user's own nobody has shown that they can do without what is unrelated to clusters.</summary>
    public Settings For(IReadOnlyList<Check.LoadedRule> rules) =>
        rules.All(r => r.IsShipped) ? this : this with { Targets = [.. Targets.Select(t => t with { KeepAll = true })] };

    /// <summary>The parameters in force over a snapshot: what is said now wins over what was said when it was taken.</summary>
    /// <exception cref="UserErrorException">The snapshot has one that cannot be used.</exception>
    public Parameters ParametersFor(Model.Snapshots.Snapshot snapshot)
    {
        foreach (var (name, value) in snapshot.Header.Parameters.Entries)
            if (ParameterNames.Problem(name, value) is { } problem) throw new UserErrorException($"{snapshot.File}:1: {problem}");
        return new(new StringMap([.. snapshot.Header.Parameters.Entries, .. Parameters.Values.Entries]));
    }

    /// <exception cref="UserErrorException">A flag or the file cannot be used.</exception>
    public static Settings From(ParseResult command)
    {
        var yaml = Configured(command);
        if (command.GetValue(CommonOptions.TargetsFrom) is { } described) yaml = yaml with { Targets = ScannerYaml.Load(described.FullName, Directory.GetCurrentDirectory()).Targets };
        yaml = Named(command.GetValue(CommonOptions.TargetName) ?? [], yaml);
        var (flags, parameters) = (Read(command), ReadParameters(command, yaml));
        if (flags.Count > 0 && command.GetValue(CommonOptions.TargetName) is [var name, ..]) throw new UserErrorException($"--target {name} names a target of scanner.yaml, and other flags name one of their own: leave one of them away");
        // hosts that the user names may be anywhere
        var keepsAll = command.GetValue(CommonOptions.KeepAll) || parameters.Values["workbenchHosts"] is not null;
        return new(yaml, parameters, [.. (flags.Count == 0 ? yaml.Targets : flags).Select(t => keepsAll ? t with { KeepAll = true } : t)]) { IsFromFlags = flags.Count > 0 };
    }

    private static ScannerYaml Configured(ParseResult command)
    {
        var (here, named) = (Directory.GetCurrentDirectory(), command.GetValue(CommonOptions.Config)?.FullName);
        if (command.GetValue(CommonOptions.PolicyFrom) is not { } policy) return ScannerYaml.Load(named, here);
        var root = Output.GitCheckout.Around(here)?.Root ?? here;
        var (trusted, file) = (new TrustedPolicy(policy.FullName, root), Path.GetRelativePath(here, named ?? ScannerYaml.Upwards(here) ?? Path.Combine(root, ScannerYaml.FileName)));
        var yaml = trusted.Load(file);
        foreach (var change in trusted.Changes(file, yaml)) Console.Error.WriteLine($"note: {OneLine.Of(change)} is not as in {OneLine.Of(policy.ToString())}, and counts as it is there");
        return yaml;
    }

    private static ScannerYaml Named(string[] names, ScannerYaml yaml)
    {
        var known = yaml.Targets.Select(t => t.Name).ToList();
        if (names.FirstOrDefault(n => !known.Contains(n)) is { } unknown) throw new UserErrorException($"--target {unknown}: scanner.yaml has no such target{Suggestion.For(unknown, known)}");
        return names.Length == 0 ? yaml : yaml with { Targets = [.. yaml.Targets.Where(t => names.Contains(t.Name))] };
    }

    /// <summary>One target for each profile that flags name; none where they name none.</summary>
    public static IReadOnlyList<LiveTarget> Read(ParseResult command)
    {
        var clusters = Clusters(command);
        var profiles = (command.GetValue(CommonOptions.AwsProfile) ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (profiles.Count > 1 && clusters.Find(c => c is EksTarget) is { } eks)
            throw new UserErrorException($"in which of the accounts of {string.Join(", ", profiles)} is the EKS cluster {NameOf(eks)}? Give one --aws-profile, or name targets in scanner.yaml");
        var aws = Aws(command, profiles.Count > 0 || clusters.Exists(c => c is EksTarget));
        if (profiles.Count > 0) return [.. profiles.Select(p => new LiveTarget(p) { Aws = aws! with { Profile = p }, Clusters = clusters })];
        return aws is null && clusters.Count == 0 ? [] : [new(clusters.Select(NameOf).FirstOrDefault() ?? "aws") { Aws = aws, Clusters = clusters }];
    }

    private static AwsTarget? Aws(ParseResult command, bool isMeant)
    {
        var (named, roles) = (command.GetValue(CommonOptions.AwsRegion) ?? [], RoleFlags.Read(command));
        var regions = AwsRegionChoice.Of(named) ?? throw new UserErrorException($"--aws-region: {AwsRegionChoice.Mixed}");
        if (regions.Regions.Select(AwsRegions.Problem).FirstOrDefault(p => p is not null) is { } problem) throw new UserErrorException($"--aws-region: {problem}; give the flag once for each");
        return isMeant || named.Length > 0 || roles.Count > 0 ? new AwsTarget(regions.Regions) { Search = regions.Search, Roles = roles } : null;
    }

    private static List<KubernetesTarget> Clusters(ParseResult command)
    {
        var contexts = command.GetValue(CommonOptions.KubeContext) ?? [];
        string[] files = command.GetValue(CommonOptions.Kubeconfig) is { } file ? [file.ToString()] : [];
        return
        [
            .. (command.GetValue(CommonOptions.Eks) ?? []).Select(name => new EksTarget(name, null)),
            .. contexts.Select(context => new KubeconfigTarget(files, context)),
            .. contexts.Length == 0 && files.Length > 0 ? [new KubeconfigTarget(files, null)] : (KubernetesTarget[])[],
            .. command.GetValue(CommonOptions.InCluster) ? [new InClusterTarget()] : (KubernetesTarget[])[],
        ];
    }

    private static string NameOf(KubernetesTarget cluster) => cluster switch
    {
        EksTarget eks => eks.Cluster,
        KubeconfigTarget { Context: { } context } => context,
        _ => "kubernetes",
    };

    private static Parameters ReadParameters(ParseResult command, ScannerYaml yaml)
    {
        var values = yaml.Parameters.Entries.ToList();
        foreach (var pair in command.GetValue(CommonOptions.Parameter) ?? [])
        {
            var (name, value) = pair.IndexOf('=') is > 0 and var equals
                ? (pair[..equals], pair[(equals + 1)..])
                : throw new UserErrorException($"--param {pair}: expected NAME=VALUE");
            if (ParameterNames.Problem(name, value) is { } problem) throw new UserErrorException($"--param {pair}: {problem}");
            values.Add(new(name, value));
        }
        if (command.GetValue(CommonOptions.Architecture) is { Length: > 0 } architectures)
        {
            var joined = string.Join(',', architectures);
            if (ParameterNames.Problem("architecture", joined) is { } problem) throw new UserErrorException($"--architecture {joined}: {problem}");
            values.Add(new("architecture", joined));
        }
        return new(new StringMap(values));
    }
}
