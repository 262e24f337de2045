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

    /// <exception cref="UserErrorException">A flag or the file cannot be used.</exception>
    public static Settings From(ParseResult command)
    {
        var yaml = ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory());
        var flags = Target(command);
        return new(yaml, ReadParameters(command, yaml), flags is null ? yaml.Targets : [flags]) { IsFromFlags = flags is not null };
    }

    /// <summary>The target that flags name; null where they name none.</summary>
    public static LiveTarget? Target(ParseResult command)
    {
        var clusters = Clusters(command);
        var regions = command.GetValue(CommonOptions.AwsRegion) ?? [];
        var (profile, role) = (command.GetValue(CommonOptions.AwsProfile), command.GetValue(CommonOptions.AssumeRole));
        var aws = regions.Length > 0 || profile is not null || role is not null || clusters.Exists(c => c is EksTarget)
            ? new AwsTarget(regions) { Profile = profile, AssumeRole = role }
            : null;
        if (aws is null && clusters.Count == 0) return null;
        return new(profile ?? clusters.Select(NameOf).FirstOrDefault() ?? "aws") { Aws = aws, Clusters = clusters };
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
