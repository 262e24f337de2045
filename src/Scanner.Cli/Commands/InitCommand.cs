using System.CommandLine;
using System.Text;
using Scanner.Cli.Configuration;
using Scanner.Cli.Init;
using Scanner.Cli.Output;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner init</c>: finds what could be checked, and writes a first scanner.yaml.</summary>
internal static class InitCommand
{
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "scanner.yaml" };

    private static readonly Option<bool> s_force = new("--force") { Description = "Write it even where there is one already." };

    public static Command Create()
    {
        var command = new Verb("init", "Find what could be checked, and write a first scanner.yaml.", """
            scanner init --aws-region us-east-1
            scanner init --aws-profile prod --aws-region us-east-1 -o prod/scanner.yaml
            """) { s_output, s_force, CommonOptions.Deadline, CommonOptions.Rules, CommonOptions.NoCache, CommonOptions.Isolate };
        foreach (var option in CommonOptions.Target) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var path = command.GetRequiredValue(s_output);
        if (File.Exists(path) && !command.GetValue(s_force)) throw new UserErrorException($"{path}: is there already; give --force to write it anew, or -o FILE for another one");
        var targets = Settings.Read(command);
        if (targets.Count > 1) throw new UserErrorException("init looks at one account at a time: give one --aws-profile, and add the other targets to the file");
        var target = targets.Count == 1 ? targets[0] : AwsRegions.Default(null) is null ? null : Settings.AtHand;
        var rules = RuleSource.Load(command, new ScannerYaml());
        var survey = await Survey.Make(target, rules, TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline)), cancellationToken);
        // a file of nothing would stand in the way of the next try
        var isBlind = StarterYaml.Count(survey) == 0 && (survey.Target is null || survey.Refused.Count > 0);
        if (!isBlind) AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(StarterYaml.Of(survey))));
        await Console.Out.WriteAsync(Summary(survey, isBlind ? null : path));
        return isBlind && survey.Refused.Count == 0 ? ExitCode.NothingToCheck : survey.Refused.Count > 0 ? ExitCode.Incomplete : ExitCode.Compliant;
    }

    private static string Summary(Survey survey, string? path)
    {
        string[] found = [.. survey.ParallelClusters.Select(c => $"ParallelCluster {c.Name} ({c.Region})"), .. survey.EksClusters.Select(c => $"EKS {c.Cluster} ({c.Region})"), .. survey.Contexts.Select(c => $"kubeconfig context {c}")];
        var text = new StringBuilder();
        text.Append(found.Length > 0 ? $"found {OneLine.Of(string.Join(", ", found))}\n" : survey.Target is null ? "found nothing: there is no region to look at; give --aws-region REGION, or set AWS_REGION\n" : "found no cluster\n");
        if (survey.Notice is { } notice) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{OneLine.Of(notice)}\n");
        foreach (var refused in survey.Refused) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"could not read {refused}\n");
        if (path is null) return text.Append("wrote nothing\n").ToString();
        var parameters = survey.Parameters.Count switch { 0 => "", 1 => "; 1 parameter would decide what is unknown", var n => $"; {n} parameters would decide what is unknown" };
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"wrote {path}: {StarterYaml.Count(survey)} target{(StarterYaml.Count(survey) == 1 ? "" : "s")}{parameters}\n");
        return text.Append("next: look through it, then scanner doctor and scanner check\n").ToString();
    }
}
