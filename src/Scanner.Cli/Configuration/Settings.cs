using System.CommandLine;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Cli.Configuration;

/// <summary>What was asked for: flags over scanner.yaml.</summary>
internal sealed record Settings(ScannerYaml Yaml, Parameters Parameters, IReadOnlyList<AwsTarget> Targets)
{
    /// <summary>Whether flags name the target, as opposed to scanner.yaml.</summary>
    public bool IsFromFlags { get; init; }

    /// <exception cref="UserErrorException">A flag or the file cannot be used.</exception>
    public static Settings From(ParseResult command)
    {
        var yaml = ScannerYaml.Load(command.GetValue(CommonOptions.Config)?.FullName, Directory.GetCurrentDirectory());
        var flags = Target(command);
        return new(yaml, ReadParameters(command, yaml), flags is null ? yaml.Targets : [flags]) { IsFromFlags = flags is not null };
    }

    private static AwsTarget? Target(ParseResult command)
    {
        var regions = command.GetValue(CommonOptions.AwsRegion) ?? [];
        var profile = command.GetValue(CommonOptions.AwsProfile);
        var role = command.GetValue(CommonOptions.AssumeRole);
        if (regions.Length == 0 && profile is null && role is null) return null;
        return new(profile ?? "aws", regions) { Profile = profile, AssumeRole = role };
    }

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
